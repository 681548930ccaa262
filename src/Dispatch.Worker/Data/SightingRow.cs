using Contracts.Filing;
using Contracts.Register;
using DispatchWorker.Sightings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>An accepted sighting (R4) with its latest judgement and the run it belongs to.</summary>
public sealed class SightingRow
{
    public const int IdLength = 200;

    public required string Id { get; init; }
    public required string Account { get; init; }
    public required string SenderId { get; init; }
    public required string Town { get; init; }
    public required string Plate { get; init; }
    public required PlateColour? Colour { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public required Activity Activity { get; init; }
    public required double? Lat { get; init; }
    public required double? Lon { get; init; }
    public required bool Doubtful { get; set; }

    /// <summary>Null while doubtful.</summary>
    public VerdictCode? Code { get; private set; }
    public int Revision { get; private set; }

    /// <summary>Set if and only if the judgement is red.</summary>
    public Guid? RunId { get; set; }

    public Suspect Suspect => new(Plate, Colour);

    public bool IsRed => Code is { } code && code.Colour() == VerdictColour.Red;

    public Question Question => new(Plate, Colour, At, Activity, Lat is { } lat && Lon is { } lon ? new GeoPoint(lat, lon) : null);

    public static SightingRow Of(Sighting sighting, DateTimeOffset arrivedAt) =>
        new()
        {
            Id = sighting.Id,
            Account = sighting.Account,
            SenderId = sighting.SenderId,
            Town = sighting.Town,
            Plate = sighting.Plate,
            Colour = sighting.Colour,
            At = sighting.At,
            ArrivedAt = arrivedAt,
            Activity = sighting.Activity,
            Lat = sighting.Point?.Lat,
            Lon = sighting.Point?.Lon,
            Doubtful = sighting.Doubtful,
        };

    /// <summary>Judges by the facts known now (R3); true if the code has changed.</summary>
    public bool JudgeBy(IReadOnlyList<History> histories)
    {
        var code = Judge.Verdict(histories, Question).Code;
        if (code == Code)
        {
            return false;
        }

        Code = code;
        Revision++;
        return true;
    }

    public RedSighting ToRed() => new(Id, At, ArrivedAt, Code!.Value, Account, SenderId);

    public sealed class Mapping : IEntityTypeConfiguration<SightingRow>
    {
        public void Configure(EntityTypeBuilder<SightingRow> builder)
        {
            builder.ToTable("sightings").HasKey(row => row.Id);
            builder.Property(row => row.Id).HasMaxLength(IdLength);
            builder.Property(row => row.Account).HasMaxLength(IdLength);
            builder.Property(row => row.SenderId).HasMaxLength(IdLength);
            builder.Property(row => row.Town).HasMaxLength(RunRow.TownLength);
            builder.Property(row => row.Plate).HasMaxLength(FactTruckRow.PlateLength);
            builder.Ignore(row => row.Suspect).Ignore(row => row.IsRed).Ignore(row => row.Question);
            builder.HasIndex(row => new { row.Plate, row.At }).HasDatabaseName("ix_sightings_of_plate");
            builder.HasIndex(row => row.RunId).HasDatabaseName("ix_sightings_of_run");
        }
    }
}
