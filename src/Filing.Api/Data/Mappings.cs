using Contracts.Delivery;
using Contracts.Dispatch;
using Contracts.Register;
using FilingApi.Domain;
using FilingApi.Evidence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FilingApi.Data;

/// <summary>Lengths that recur, in characters.</summary>
internal static class Lengths
{
    public const int Code = 40;
    public const int Number = 40;
    public const int Name = 200;
    public const int Plate = 12;
    public const int Id = 100;
    public const int Sentence = 1000;

    /// <summary>A list kept whole in one column, compared by its text.</summary>
    public static void IsJson<T>(this PropertyBuilder<T> property) where T : class =>
        property.HasConversion(new JsonColumn<T>(), new ValueComparer<T>(
            (a, b) => new JsonColumn<T>().ConvertToProvider(a)!.Equals(new JsonColumn<T>().ConvertToProvider(b)),
            value => new JsonColumn<T>().ConvertToProvider(value)!.GetHashCode(),
            value => value));
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<IdentityUserClaim<string>>, IEntityTypeConfiguration<IdentityUserLogin<string>>, IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Organisation).HasMaxLength(Lengths.Code);
        builder.Property(account => account.Town).HasMaxLength(Lengths.Code);
        builder.Property(account => account.Passwords).IsJson();
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder) => builder.ToTable("account_claims");
    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder) => builder.ToTable("account_logins");
    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder) => builder.ToTable("account_tokens");
}

internal sealed class RosterMapping : IEntityTypeConfiguration<Town>, IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Plant>, IEntityTypeConfiguration<Depot>, IEntityTypeConfiguration<Truck>, IEntityTypeConfiguration<CalendarRow>
{
    public void Configure(EntityTypeBuilder<Town> builder)
    {
        builder.ToTable("towns").HasKey(town => town.Code);
        builder.Property(town => town.Code).HasMaxLength(Lengths.Code);
        builder.Property(town => town.Name).HasMaxLength(Lengths.Name);
    }

    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations").HasKey(organisation => organisation.Code);
        builder.Property(organisation => organisation.Code).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Kind).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Name).HasMaxLength(Lengths.Name);
        builder.Property(organisation => organisation.Town).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Uscc).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Phone).HasMaxLength(Lengths.Code);
        builder.Property(organisation => organisation.Qualifications).IsJson();
    }

    public void Configure(EntityTypeBuilder<Plant> builder)
    {
        builder.ToTable("plants").HasKey(plant => plant.Code);
        builder.Ignore(plant => plant.Area);
        builder.Property(plant => plant.Code).HasMaxLength(Lengths.Code);
        builder.Property(plant => plant.Name).HasMaxLength(Lengths.Name);
        builder.Property(plant => plant.Opens).HasMaxLength(5);
        builder.Property(plant => plant.Closes).HasMaxLength(5);
        builder.Property(plant => plant.Accepts).IsJson();
    }

    public void Configure(EntityTypeBuilder<Depot> builder)
    {
        builder.ToTable("depots").HasKey(depot => depot.Code);
        builder.Property(depot => depot.Code).HasMaxLength(Lengths.Code);
        builder.Property(depot => depot.Name).HasMaxLength(Lengths.Name);
    }

    public void Configure(EntityTypeBuilder<Truck> builder)
    {
        builder.ToTable("trucks").HasKey(truck => new { truck.Plate, truck.Colour });
        builder.Ignore(truck => truck.Key);
        builder.Property(truck => truck.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(truck => truck.Owner).HasMaxLength(Lengths.Code);
        builder.HasIndex(truck => truck.Owner).HasDatabaseName("ix_trucks_of_owner");
    }

    public void Configure(EntityTypeBuilder<CalendarRow> builder)
    {
        builder.ToTable("calendars").HasKey(calendar => calendar.Year);
        builder.Property(calendar => calendar.Year).ValueGeneratedNever();
        builder.Property(calendar => calendar.Off).IsJson();
        builder.Property(calendar => calendar.Work).IsJson();
    }
}

internal sealed class FilingMapping : IEntityTypeConfiguration<Filing>, IEntityTypeConfiguration<FilingTruck>, IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<Filing> builder)
    {
        builder.ToTable("filings").HasKey(filing => filing.Number);
        builder.Ignore(filing => filing.ProposedBody);
        builder.Property(filing => filing.Number).HasMaxLength(Lengths.Number);
        builder.Property(filing => filing.CheckWord).HasMaxLength(6);
        builder.Property(filing => filing.Town).HasMaxLength(Lengths.Code);
        builder.Property(filing => filing.Enterprise).HasMaxLength(Lengths.Code);
        builder.Property(filing => filing.Body).HasConversion<JsonColumn<FilingBody>>();
        builder.Property(filing => filing.PendingBody).HasConversion<JsonColumn<FilingBody>>();
        builder.HasMany(filing => filing.Trucks).WithOne().HasForeignKey(truck => truck.Number);
        builder.HasMany(filing => filing.Timeline).WithOne().HasForeignKey(entry => entry.Number);
        builder.HasIndex(filing => new { filing.Enterprise, filing.Number }).HasDatabaseName("ix_filings_of_enterprise");
        builder.HasIndex(filing => new { filing.Town, filing.Status, filing.Number }).HasDatabaseName("ix_filings_of_town");
    }

    public void Configure(EntityTypeBuilder<FilingTruck> builder)
    {
        builder.ToTable("filing_trucks").HasKey(truck => new { truck.Number, truck.Plate, truck.Colour });
        builder.Ignore(truck => truck.Key);
        builder.Property(truck => truck.Number).HasMaxLength(Lengths.Number);
        builder.Property(truck => truck.Plate).HasMaxLength(Lengths.Plate);
        builder.HasIndex(truck => new { truck.Plate, truck.Colour }).HasDatabaseName("ix_filing_trucks_by_truck");
    }

    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline").HasKey(entry => new { entry.Number, entry.Seq });
        builder.Property(entry => entry.Number).HasMaxLength(Lengths.Number);
        builder.Property(entry => entry.Account).HasMaxLength(Lengths.Id);
        builder.Property(entry => entry.Organisation).HasMaxLength(Lengths.Code);
        builder.Property(entry => entry.Detail).HasConversion<JsonColumn<TimelineDetail>>();
        builder.IsChained();
    }
}

internal sealed class RegisterMapping : IEntityTypeConfiguration<FactRow>, IEntityTypeConfiguration<FactTruck>, IEntityTypeConfiguration<StampRow>
{
    public void Configure(EntityTypeBuilder<FactRow> builder)
    {
        builder.ToTable("register_facts").HasKey(fact => fact.Position);
        builder.Property(fact => fact.Position).ValueGeneratedOnAdd();
        builder.Property(fact => fact.Number).HasMaxLength(Lengths.Number);
        builder.Property(fact => fact.Body).HasConversion<JsonColumn<Permission>>();
        builder.HasIndex(fact => new { fact.Number, fact.Seq }).IsUnique().HasDatabaseName("ux_register_facts_number_seq");
        builder.HasIndex(fact => fact.To).HasDatabaseName("ix_register_facts_recent");
        builder.IsChained();
    }

    public void Configure(EntityTypeBuilder<FactTruck> builder)
    {
        builder.ToTable("fact_trucks").HasKey(truck => new { truck.Plate, truck.Number, truck.Seq });
        builder.Property(truck => truck.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(truck => truck.Number).HasMaxLength(Lengths.Number);
    }

    public void Configure(EntityTypeBuilder<StampRow> builder)
    {
        builder.ToTable("stamps").HasKey(stamp => stamp.Id);
        builder.Property(stamp => stamp.Id).ValueGeneratedNever();
    }
}

internal sealed class TripMapping : IEntityTypeConfiguration<Trip>, IEntityTypeConfiguration<Arrival>, IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Trip> builder)
    {
        builder.ToTable("trips").HasKey(trip => trip.Id);
        builder.Ignore(trip => trip.IsVolumeMismatch);
        builder.Property(trip => trip.Id).HasMaxLength(Lengths.Id);
        builder.Property(trip => trip.Number).HasMaxLength(Lengths.Number);
        builder.Property(trip => trip.FiledPlant).HasMaxLength(Lengths.Code);
        builder.Property(trip => trip.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(trip => trip.LoadedBy).HasMaxLength(Lengths.Id);
        builder.Property(trip => trip.ClosedBy).HasMaxLength(Lengths.Id);
        builder.Property(trip => trip.Plant).HasMaxLength(Lengths.Code);
        builder.Property(trip => trip.RejectionReason).HasMaxLength(Lengths.Sentence);
        builder.HasIndex(trip => new { trip.Number, trip.N }).IsUnique().HasDatabaseName("ux_trips_of_number");
        builder.HasIndex(trip => new { trip.Plate, trip.State }).HasDatabaseName("ix_trips_open_of_plate");
    }

    public void Configure(EntityTypeBuilder<Arrival> builder)
    {
        builder.ToTable("arrivals").HasKey(arrival => arrival.Number);
        builder.Property(arrival => arrival.Number).HasMaxLength(Lengths.Number);
        builder.Property(arrival => arrival.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(arrival => arrival.Plant).HasMaxLength(Lengths.Code);
        builder.Property(arrival => arrival.Account).HasMaxLength(Lengths.Id);
    }

    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders").HasKey(order => order.Number);
        builder.Ignore(order => order.Truck).Ignore(order => order.Site);
        builder.Property(order => order.Number).HasMaxLength(Lengths.Number);
        builder.Property(order => order.Town).HasMaxLength(Lengths.Code);
        builder.Property(order => order.Section).HasMaxLength(Lengths.Name);
        builder.Property(order => order.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(order => order.Hauler).HasMaxLength(Lengths.Code);
        builder.Property(order => order.Plant).HasMaxLength(Lengths.Code);
        builder.Property(order => order.Job).HasMaxLength(Lengths.Number);
        builder.Property(order => order.MoveReason).HasMaxLength(Lengths.Sentence);
        builder.Property(order => order.CancelReason).HasMaxLength(Lengths.Sentence);
        builder.HasIndex(order => new { order.Plate, order.Colour }).HasDatabaseName("ix_orders_by_truck");
    }
}

internal sealed class LeadMapping : IEntityTypeConfiguration<Lead>, IEntityTypeConfiguration<SightingRow>, IEntityTypeConfiguration<IgnoredCount>
{
    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable("leads").HasKey(lead => lead.Key);
        builder.Property(lead => lead.Key).HasMaxLength(Lengths.Id);
        builder.Property(lead => lead.TripId).HasMaxLength(Lengths.Id);
        builder.Property(lead => lead.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(lead => lead.Run).HasConversion<JsonColumn<RunSnapshot>>();
        builder.Property(lead => lead.Note).HasMaxLength(Lengths.Sentence);
        builder.Property(lead => lead.CheckedBy).HasMaxLength(Lengths.Id);
        builder.HasIndex(lead => lead.RunId).HasDatabaseName("ix_leads_of_run");
        builder.HasIndex(lead => new { lead.Kind, lead.Key }).HasDatabaseName("ix_leads_of_kind");
    }

    public void Configure(EntityTypeBuilder<SightingRow> builder)
    {
        builder.ToTable("sightings").HasKey(sighting => sighting.Id);
        builder.Property(sighting => sighting.Id).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.Account).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.RefusedCode).HasMaxLength(10);
        builder.Property(sighting => sighting.Source).HasMaxLength(20);
        builder.Property(sighting => sighting.Device).HasMaxLength(Lengths.Id);
        builder.Property(sighting => sighting.Plate).HasMaxLength(Lengths.Plate);
        builder.Property(sighting => sighting.Vehicle).HasMaxLength(20);
        builder.Property(sighting => sighting.Photo).HasMaxLength(Lengths.Sentence);
        builder.Property(sighting => sighting.ReviewResult).HasMaxLength(20);
        builder.Property(sighting => sighting.ReviewedBy).HasMaxLength(Lengths.Id);
    }

    public void Configure(EntityTypeBuilder<IgnoredCount> builder)
    {
        builder.ToTable("ignored_counts").HasKey(count => new { count.Day, count.Account });
        builder.Property(count => count.Account).HasMaxLength(Lengths.Id);
    }
}

internal sealed class BooksMapping : IEntityTypeConfiguration<ReviewRow>, IEntityTypeConfiguration<SequenceRow>, IEntityTypeConfiguration<RefusalRow>, IEntityTypeConfiguration<AnswerRow>, IEntityTypeConfiguration<KeyRow>, IEntityTypeConfiguration<AdminAct>
{
    public void Configure(EntityTypeBuilder<AdminAct> builder)
    {
        builder.ToTable("admin_acts").HasKey(act => act.Id);
        builder.Property(act => act.Account).HasMaxLength(Lengths.Id);
        builder.Property(act => act.Organisation).HasMaxLength(Lengths.Code);
        builder.Property(act => act.What).HasMaxLength(AdminAct.WhatLength);
        builder.Property(act => act.Subject).HasMaxLength(Lengths.Id);
        builder.IsChained();
    }

    public void Configure(EntityTypeBuilder<ReviewRow> builder)
    {
        builder.ToTable("reviews").HasKey(review => review.Number);
        builder.Property(review => review.Number).HasMaxLength(Lengths.Number);
        builder.Property(review => review.Town).HasMaxLength(Lengths.Code);
        builder.Property(review => review.Kind).HasMaxLength(Lengths.Code);
        builder.Property(review => review.Outcome).HasMaxLength(20);
        builder.HasIndex(review => new { review.Town, review.EndedAt, review.DueAt }).HasDatabaseName("ix_reviews_waiting");
    }

    public void Configure(EntityTypeBuilder<SequenceRow> builder)
    {
        builder.ToTable("sequences").HasKey(sequence => sequence.Prefix);
        builder.Property(sequence => sequence.Prefix).HasMaxLength(Lengths.Number);
    }

    public void Configure(EntityTypeBuilder<RefusalRow> builder)
    {
        builder.ToTable("refusal_log").HasKey(refusal => refusal.Id);
        builder.Property(refusal => refusal.Enterprise).HasMaxLength(Lengths.Code);
        builder.Property(refusal => refusal.Code).HasMaxLength(10);
        builder.Property(refusal => refusal.Manifest).HasMaxLength(Lengths.Id);
    }

    public void Configure(EntityTypeBuilder<AnswerRow> builder)
    {
        builder.ToTable("answers").HasKey(answer => new { answer.Account, answer.Key });
        builder.Property(answer => answer.Account).HasMaxLength(Lengths.Id);
        builder.Property(answer => answer.Key).HasMaxLength(AnswerRow.KeyLength);
        builder.Property(answer => answer.RequestHash).HasMaxLength(64);
        builder.Property(answer => answer.ContentType).HasMaxLength(Lengths.Id);
        builder.Property(answer => answer.ETag).HasMaxLength(20);
        builder.HasIndex(answer => answer.At).HasDatabaseName("ix_answers_age");
    }

    public void Configure(EntityTypeBuilder<KeyRow> builder)
    {
        builder.ToTable("keys").HasKey(key => key.Id);
        builder.Property(key => key.Name).HasMaxLength(Lengths.Name);
    }
}
