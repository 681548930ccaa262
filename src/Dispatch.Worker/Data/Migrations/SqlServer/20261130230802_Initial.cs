using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DispatchWorker.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "dispatch");

            migrationBuilder.CreateTable(
                name: "deadlines",
                schema: "dispatch",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    ParkedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastError = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadlines", x => new { x.Kind, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "fact_trucks",
                schema: "dispatch",
                columns: table => new
                {
                    Plate = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Seq = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    To = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_trucks", x => new { x.Plate, x.Number, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "fleet_plant_days",
                schema: "dispatch",
                columns: table => new
                {
                    Plant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Open = table.Column<bool>(type: "bit", nullable: false),
                    Bays = table.Column<int>(type: "int", nullable: true),
                    Opens = table.Column<TimeOnly>(type: "time", nullable: true),
                    Closes = table.Column<TimeOnly>(type: "time", nullable: true),
                    M3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: true),
                    ClosedFrom = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fleet_plant_days", x => new { x.Plant, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "fleet_plants",
                schema: "dispatch",
                columns: table => new
                {
                    Plant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Bays = table.Column<int>(type: "int", nullable: true),
                    Opens = table.Column<TimeOnly>(type: "time", nullable: true),
                    Closes = table.Column<TimeOnly>(type: "time", nullable: true),
                    M3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fleet_plants", x => x.Plant);
                });

            migrationBuilder.CreateTable(
                name: "fleet_truck_days",
                schema: "dispatch",
                columns: table => new
                {
                    Plate = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    OnDuty = table.Column<bool>(type: "bit", nullable: false),
                    ShiftFrom = table.Column<TimeOnly>(type: "time", nullable: true),
                    ShiftTo = table.Column<TimeOnly>(type: "time", nullable: true),
                    OffFrom = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fleet_truck_days", x => new { x.Plate, x.Colour, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "fleet_trucks",
                schema: "dispatch",
                columns: table => new
                {
                    Plate = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Depot = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ShiftFrom = table.Column<TimeOnly>(type: "time", nullable: false),
                    ShiftTo = table.Column<TimeOnly>(type: "time", nullable: false),
                    Breaks = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    OvertimeMinutes = table.Column<int>(type: "int", nullable: false),
                    Equipment = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Crew = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Kinds = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fleet_trucks", x => new { x.Plate, x.Colour });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "dispatch",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Consumer = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.MessageId, x.Consumer });
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                schema: "dispatch",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Section = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: false),
                    Lon = table.Column<double>(type: "float", nullable: false),
                    M3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    LeftM3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    HasLeft = table.Column<bool>(type: "bit", nullable: false),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Urgent = table.Column<bool>(type: "bit", nullable: false),
                    Earliest = table.Column<long>(type: "bigint", nullable: true),
                    Latest = table.Column<long>(type: "bigint", nullable: true),
                    Hard = table.Column<bool>(type: "bit", nullable: false),
                    Equipment = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Crew = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ConfinedSpace = table.Column<bool>(type: "bit", nullable: false),
                    ReportedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "dispatch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Town = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Trace = table.Column<string>(type: "nvarchar(55)", maxLength: 55, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextAt = table.Column<long>(type: "bigint", nullable: true),
                    ParkedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastError = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "planning_orders",
                schema: "dispatch",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plate = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Plant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Departure = table.Column<long>(type: "bigint", nullable: false),
                    Return = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    OfPlan = table.Column<bool>(type: "bit", nullable: false),
                    HasBegun = table.Column<bool>(type: "bit", nullable: false),
                    IsOver = table.Column<bool>(type: "bit", nullable: false),
                    Stops = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_orders", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "register_facts",
                schema: "dispatch",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Seq = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Town = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_facts", x => new { x.Number, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "roster_depots",
                schema: "dispatch",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: false),
                    Lon = table.Column<double>(type: "float", nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_depots", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "roster_owners",
                schema: "dispatch",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_owners", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "roster_plants",
                schema: "dispatch",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: false),
                    Lon = table.Column<double>(type: "float", nullable: false),
                    Opens = table.Column<TimeOnly>(type: "time", nullable: true),
                    Closes = table.Column<TimeOnly>(type: "time", nullable: true),
                    Accepts = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_plants", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "roster_trucks",
                schema: "dispatch",
                columns: table => new
                {
                    Plate = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TankM3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    PapersUntil = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_trucks", x => new { x.Plate, x.Colour });
                });

            migrationBuilder.CreateTable(
                name: "runs",
                schema: "dispatch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Plate = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    First = table.Column<long>(type: "bigint", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false),
                    Codes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AnnouncedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClearedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClearedReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    JoinedInto = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sightings",
                schema: "dispatch",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Account = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SenderId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plate = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ArrivedAt = table.Column<long>(type: "bigint", nullable: false),
                    Activity = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: true),
                    Lon = table.Column<double>(type: "float", nullable: true),
                    Doubtful = table.Column<bool>(type: "bit", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sightings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_due",
                schema: "dispatch",
                table: "deadlines",
                columns: new[] { "ParkedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "ix_fact_trucks_numbers_of_plate",
                schema: "dispatch",
                table: "fact_trucks",
                columns: new[] { "Plate", "To", "From", "Number" });

            migrationBuilder.CreateIndex(
                name: "ix_fleet_plant_days_of_date",
                schema: "dispatch",
                table: "fleet_plant_days",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "ix_fleet_truck_days_of_date",
                schema: "dispatch",
                table: "fleet_truck_days",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_age",
                schema: "dispatch",
                table: "inbox",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_left_of_town",
                schema: "dispatch",
                table: "jobs",
                columns: new[] { "Town", "HasLeft" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                schema: "dispatch",
                table: "outbox",
                columns: new[] { "ParkedAt", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "ix_planning_orders_of_day",
                schema: "dispatch",
                table: "planning_orders",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "ix_roster_owners_of_town",
                schema: "dispatch",
                table: "roster_owners",
                column: "Town");

            migrationBuilder.CreateIndex(
                name: "ix_roster_trucks_of_owner",
                schema: "dispatch",
                table: "roster_trucks",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "ix_runs_open_of_plate",
                schema: "dispatch",
                table: "runs",
                columns: new[] { "Plate", "ClearedAt", "Last" });

            migrationBuilder.CreateIndex(
                name: "ix_sightings_of_plate",
                schema: "dispatch",
                table: "sightings",
                columns: new[] { "Plate", "At" });

            migrationBuilder.CreateIndex(
                name: "ix_sightings_of_run",
                schema: "dispatch",
                table: "sightings",
                column: "RunId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deadlines",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "fact_trucks",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "fleet_plant_days",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "fleet_plants",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "fleet_truck_days",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "fleet_trucks",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "jobs",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "planning_orders",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "register_facts",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "roster_depots",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "roster_owners",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "roster_plants",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "roster_trucks",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "runs",
                schema: "dispatch");

            migrationBuilder.DropTable(
                name: "sightings",
                schema: "dispatch");
        }
    }
}
