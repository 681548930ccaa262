using Contracts.Delivery;
using Contracts.Register;
using FilingApi.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

/// <summary>What people decide, and everything that must be kept for years. Schema <c>filing</c>.</summary>
public class FilingDb(DbContextOptions<FilingDb> options) : IdentityUserContext<Account>(options), ISends, IDataProtectionKeyContext
{
    public const string Schema = "filing";

    public DbSet<Town> Towns => Set<Town>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Department> Departments => Set<Department>();
    public DbSet<Responsibility> Responsibilities => Set<Responsibility>();
    public DbSet<Plant> Plants => Set<Plant>();
    public DbSet<Depot> Depots => Set<Depot>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<TypedRow> TypedForms => Set<TypedRow>();
    public DbSet<Truck> Trucks => Set<Truck>();
    public DbSet<CalendarRow> Calendars => Set<CalendarRow>();
    public DbSet<Filing> Filings => Set<Filing>();
    public DbSet<FilingTruck> FilingTrucks => Set<FilingTruck>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();
    public DbSet<FactRow> Facts => Set<FactRow>();
    public DbSet<FactTruck> FactTrucks => Set<FactTruck>();
    public DbSet<Trip> Trips => Set<Trip>();
    public DbSet<Arrival> Arrivals => Set<Arrival>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<TruckFleet> TruckFleets => Set<TruckFleet>();
    public DbSet<TruckDay> TruckDays => Set<TruckDay>();
    public DbSet<PlantFleet> PlantFleets => Set<PlantFleet>();
    public DbSet<PlantDay> PlantDays => Set<PlantDay>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<RunSightingRow> RunSightings => Set<RunSightingRow>();
    public DbSet<SightingRow> Sightings => Set<SightingRow>();
    public DbSet<RecordRow> Records => Set<RecordRow>();
    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();
    public DbSet<RefusalRow> RefusalLog => Set<RefusalRow>();
    public DbSet<IgnoredCount> IgnoredCounts => Set<IgnoredCount>();
    public DbSet<AnswerRow> Answers => Set<AnswerRow>();
    public DbSet<StampRow> Stamps => Set<StampRow>();
    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();
    public DbSet<FirstCodeRow> FirstCodes => Set<FirstCodeRow>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// The facts that this unit of work adds to the register; the memory takes them over if and only if they are committed.
    /// </summary>
    public List<RegisterFact> NewFacts { get; } = [];

    public List<OutboxRow> Outgoing { get; } = [];

    /// <summary>What this unit of work has to tell those who watch, once it is committed.</summary>
    public List<LiveEvent> LiveEvents { get; } = [];

    /// <summary>Set when trucks, organisations, plants, towns or calendars changed.</summary>
    public bool RosterChanged { get; set; }

    /// <summary>Every change that planning needs is sent to it, whichever use case made it.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PlanningMessages.Emit(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.AddStoreConventions();
        configurationBuilder.Properties<FilingStatus>().HaveConversion<WireConverter<FilingStatus>>().HaveMaxLength(20);
        configurationBuilder.Properties<FilingAct>().HaveConversion<WireConverter<FilingAct>>().HaveMaxLength(20);
        configurationBuilder.Properties<SubjectKind>().HaveConversion<WireConverter<SubjectKind>>().HaveMaxLength(20);
        configurationBuilder.Properties<TripState>().HaveConversion<WireConverter<TripState>>().HaveMaxLength(20);
        configurationBuilder.Properties<OrderStatus>().HaveConversion<WireConverter<OrderStatus>>().HaveMaxLength(20);
        configurationBuilder.Properties<StopState>().HaveConversion<WireConverter<StopState>>().HaveMaxLength(20);
        configurationBuilder.Properties<JobKind>().HaveConversion<WireConverter<JobKind>>().HaveMaxLength(20);
        configurationBuilder.Properties<JobStatus>().HaveConversion<WireConverter<JobStatus>>().HaveMaxLength(20);
        configurationBuilder.Properties<Priority>().HaveConversion<WireConverter<Priority>>().HaveMaxLength(20);
        configurationBuilder.Properties<LeadKind>().HaveConversion<WireConverter<LeadKind>>().HaveMaxLength(20);
        configurationBuilder.Properties<LeadStatus>().HaveConversion<WireConverter<LeadStatus>>().HaveMaxLength(20);
        configurationBuilder.Properties<DepartmentKind>().HaveConversion<WireConverter<DepartmentKind>>().HaveMaxLength(20);
        configurationBuilder.Properties<CheckResult>().HaveConversion<WireConverter<CheckResult>>().HaveMaxLength(20);
        configurationBuilder.Properties<Role>().HaveConversion<WireConverter<Role>>().HaveMaxLength(20);
        configurationBuilder.Properties<decimal>().HavePrecision(12, 3);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.AddDelivery();
        builder.AddHeads();
        builder.ApplyConfigurationsFromAssembly(typeof(FilingDb).Assembly);
        if (Database.IsSqlServer())
        {
            builder.OnSqlServer(Schema, typeof(Filing), typeof(Order), typeof(Job), typeof(Trip), typeof(Lead));
        }
    }

    /// <summary>Saves facts and sends them to the worker.</summary>
    public async Task Add(IReadOnlyList<RegisterFact> facts, CancellationToken cancel)
    {
        if (facts.Count == 0)
        {
            return;
        }

        Facts.AddRange(facts.Select(FactRow.Of));
        await this.InsertAll(facts.SelectMany(FactTruck.Of), cancel);
        NewFacts.AddRange(facts);
        this.Emit(new Contracts.Filing.RegisterFactsAdded { Facts = facts });
    }

    /// <summary>All facts of all numbers that ever named the plate, as histories.</summary>
    public async Task<IReadOnlyList<History>> HistoriesOf(string plate, CancellationToken cancel)
    {
        var rows = await Facts
            .AsNoTracking()
            .Where(fact => FactTrucks.Any(truck => truck.Plate == plate && truck.Number == fact.Number))
            .ToListAsync(cancel);
        return History.Of(rows.Select(row => row.ToFact()));
    }

    public async Task<History> HistoryOf(string number, CancellationToken cancel)
    {
        var rows = await Facts.AsNoTracking().Where(fact => fact.Number == number).ToListAsync(cancel);
        return rows.Aggregate(History.Of(number), (history, row) => history.With(row.ToFact()));
    }
}

/// <summary>The same on SQL Server, with its own set of migrations.</summary>
public sealed class FilingDbOnSqlServer(DbContextOptions<FilingDb> options) : FilingDb(options);
