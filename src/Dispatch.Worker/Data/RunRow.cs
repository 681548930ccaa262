using Contracts.Delivery;
using Contracts.Dispatch;
using Contracts.Register;
using DispatchWorker.Sightings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>An unregistered run (R5); a cleared run keeps its last state.</summary>
public sealed class RunRow
{
    public const int ReasonLength = 400;
    public const int TownLength = 40;

    public required Guid Id { get; init; }

    /// <summary>Rises with every message about this run; 0 before the first.</summary>
    public int Version { get; private set; }
    public required string Plate { get; init; }
    public required PlateColour? Colour { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The town of its first sighting when it was announced; null until then.</summary>
    public string? Town { get; private set; }
    public DateTimeOffset First { get; private set; }
    public DateTimeOffset Last { get; private set; }
    public IReadOnlyList<VerdictCode> Codes { get; private set; } = [];
    public DateTimeOffset? AnnouncedAt { get; private set; }
    public DateTimeOffset? ClearedAt { get; private set; }
    public string? ClearedReason { get; private set; }
    public Guid? JoinedInto { get; private set; }

    public Suspect Suspect => new(Plate, Colour);

    public RunExtent Extent => new(First, Last, Codes);

    public void Stand(RunExtent extent) => (First, Last, Codes) = (extent.First, extent.Last, extent.Codes);

    public void Announce(DateTimeOffset at, string town) => (AnnouncedAt, Town) = (at, town);

    /// <summary>Not before the run opened: the fact that clears it may be older than the run.</summary>
    public void Clear(DateTimeOffset moment, string reason, Guid? joinedInto)
    {
        ClearedAt = moment > OpenedAt ? moment : OpenedAt;
        ClearedReason = reason.Length > ReasonLength ? reason[..ReasonLength] : reason;
        JoinedInto = joinedInto;
    }

    /// <summary>The content of the next message about it.</summary>
    public RunUpdate ToUpdate(IEnumerable<string> joined, IEnumerable<string>? left = null, RunEnd? end = null)
    {
        Version++;
        return new RunUpdate
        {
            Run = new RunSnapshot
            {
                Id = Id,
                Version = Version,
                Town = Town ?? throw new InvalidOperationException($"Run {Id} is not announced yet: it has no message."),
                Plate = Plate,
                Colour = Colour,
                OpenedAt = OpenedAt,
                First = First,
                Last = Last,
                Codes = Codes,
            },
            Joined = [.. joined.Order(StringComparer.Ordinal)],
            Left = [.. (left ?? []).Order(StringComparer.Ordinal)],
            End = end,
        };
    }

    public sealed class Mapping : IEntityTypeConfiguration<RunRow>
    {
        private static readonly ValueComparer<IReadOnlyList<VerdictCode>> SameCodes = new(
            (a, b) => a!.SequenceEqual(b!),
            codes => codes.Aggregate(0, HashCode.Combine),
            codes => codes
        );

        public void Configure(EntityTypeBuilder<RunRow> builder)
        {
            builder.ToTable("runs").HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Town).HasMaxLength(TownLength);
            builder.Property(row => row.Plate).HasMaxLength(FactTruckRow.PlateLength);
            builder.Property(row => row.Codes).HasConversion(new JsonColumn<IReadOnlyList<VerdictCode>>(), SameCodes).HasMaxLength(400);
            builder.Property(row => row.ClearedReason).HasMaxLength(ReasonLength);
            builder.Ignore(row => row.Suspect).Ignore(row => row.Extent);
            builder
                .HasIndex(row => new
                {
                    row.Plate,
                    row.ClearedAt,
                    row.Last,
                })
                .HasDatabaseName("ix_runs_open_of_plate");
        }
    }
}
