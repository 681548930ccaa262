using Contracts.Delivery;
using Microsoft.EntityFrameworkCore;

namespace DispatchWorker.Data;

/// <summary>
/// What machines work out: the sighting ledger with its judgements, and runs. Also the worker's copies of the register's facts and of
/// the data for planning.
/// </summary>
public class DispatchDb(DbContextOptions<DispatchDb> options) : DbContext(options), ISends
{
    public const string Schema = "dispatch";

    public DbSet<FactRow> Facts => Set<FactRow>();
    public DbSet<FactTruckRow> FactTrucks => Set<FactTruckRow>();
    public DbSet<SightingRow> Sightings => Set<SightingRow>();
    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<RosterTruckRow> RosterTrucks => Set<RosterTruckRow>();
    public DbSet<RosterPlantRow> RosterPlants => Set<RosterPlantRow>();
    public DbSet<RosterDepotRow> RosterDepots => Set<RosterDepotRow>();
    public DbSet<RosterOwnerRow> RosterOwners => Set<RosterOwnerRow>();
    public DbSet<FleetTruckRow> FleetTrucks => Set<FleetTruckRow>();
    public DbSet<FleetTruckDayRow> FleetTruckDays => Set<FleetTruckDayRow>();
    public DbSet<FleetPlantRow> FleetPlants => Set<FleetPlantRow>();
    public DbSet<FleetPlantDayRow> FleetPlantDays => Set<FleetPlantDayRow>();
    public DbSet<JobRow> Jobs => Set<JobRow>();
    public DbSet<PlanningOrderRow> Orders => Set<PlanningOrderRow>();

    public List<OutboxRow> Outgoing { get; } = [];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.AddStoreConventions();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddDelivery();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DispatchDb).Assembly);

        // SQLite has a separate file instead of a schema.
        if (Database.IsSqlServer())
        {
            modelBuilder.OnSqlServer(Schema, typeof(RunRow), typeof(SightingRow));
        }
    }
}

/// <summary>The same on SQL Server, with its own set of migrations.</summary>
public sealed class DispatchDbOnSqlServer(DbContextOptions<DispatchDb> options) : DispatchDb(options);
