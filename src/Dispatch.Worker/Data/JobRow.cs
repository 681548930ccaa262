using Contracts.Filing;
using Contracts.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DispatchWorker.Data;

/// <summary>The worker's copy of a municipal job (R9).</summary>
public sealed class JobRow : ICopiedRow
{
    public const int IdLength = 40;

    public required string Id { get; init; }
    public required int Version { get; init; }
    public required string Town { get; init; }
    public required string Section { get; init; }
    public required double Lat { get; init; }
    public required double Lon { get; init; }
    public required decimal M3 { get; init; }
    public required decimal LeftM3 { get; init; }

    /// <summary>True while some volume is left: the first filter of a day's query.</summary>
    public required bool HasLeft { get; init; }
    public required int Minutes { get; init; }
    public required string Kind { get; init; }
    public required bool Urgent { get; init; }
    public required DateTimeOffset? Earliest { get; init; }
    public required DateTimeOffset? Latest { get; init; }
    public required bool Hard { get; init; }
    public required IReadOnlyList<string> Equipment { get; init; }
    public required IReadOnlyList<string> Crew { get; init; }
    public required bool ConfinedSpace { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }

    public static JobRow Of(PlanningJob job) =>
        new()
        {
            Id = job.Id,
            Version = job.Version,
            Town = job.Town,
            Section = job.Section,
            Lat = job.Point.Lat,
            Lon = job.Point.Lon,
            M3 = job.M3,
            LeftM3 = job.LeftM3,
            HasLeft = job.LeftM3 > 0,
            Minutes = job.Minutes,
            Kind = job.Kind,
            Urgent = job.Urgent,
            Earliest = job.Earliest,
            Latest = job.Latest,
            Hard = job.Hard,
            Equipment = job.Equipment,
            Crew = job.Crew,
            ConfinedSpace = job.ConfinedSpace,
            ReportedAt = job.ReportedAt,
        };

    public PlanningJob ToJob() =>
        new()
        {
            Id = Id,
            Version = Version,
            Town = Town,
            Section = Section,
            Point = new GeoPoint(Lat, Lon),
            M3 = M3,
            LeftM3 = LeftM3,
            Minutes = Minutes,
            Kind = Kind,
            Urgent = Urgent,
            Earliest = Earliest,
            Latest = Latest,
            Hard = Hard,
            Equipment = Equipment,
            Crew = Crew,
            ConfinedSpace = ConfinedSpace,
            ReportedAt = ReportedAt,
        };

    public sealed class Mapping : IEntityTypeConfiguration<JobRow>
    {
        public void Configure(EntityTypeBuilder<JobRow> builder)
        {
            builder.ToTable("jobs").HasKey(row => row.Id);
            builder.Property(row => row.Id).HasMaxLength(IdLength);
            builder.Property(row => row.Town).HasMaxLength(CopiedColumns.CodeLength);
            builder.Property(row => row.Section).HasMaxLength(200);
            builder.Property(row => row.M3).IsVolume();
            builder.Property(row => row.LeftM3).IsVolume();
            builder.Property(row => row.Kind).HasMaxLength(20);
            builder.Property(row => row.Equipment).IsJson();
            builder.Property(row => row.Crew).IsJson();
            builder.HasIndex(row => new { row.Town, row.HasLeft }).HasDatabaseName("ix_jobs_left_of_town");
        }
    }
}
