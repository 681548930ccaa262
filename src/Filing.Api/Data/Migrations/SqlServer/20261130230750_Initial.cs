using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FilingApi.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "filing");

            migrationBuilder.CreateTable(
                name: "accounts",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Towns = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Departments = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    IsDemo = table.Column<bool>(type: "bit", nullable: false),
                    Passwords = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<long>(type: "bigint", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "answers",
                schema: "filing",
                columns: table => new
                {
                    Account = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RequestHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ETag = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answers", x => new { x.Account, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "arrivals",
                schema: "filing",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Plant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    M3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    GrossKg = table.Column<int>(type: "int", nullable: true),
                    TareKg = table.Column<int>(type: "int", nullable: true),
                    NetKg = table.Column<int>(type: "int", nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Account = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Verdict = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_arrivals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "calendars",
                schema: "filing",
                columns: table => new
                {
                    Year = table.Column<int>(type: "int", nullable: false),
                    Off = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Work = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendars", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                schema: "filing",
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
                name: "departments",
                schema: "filing",
                columns: table => new
                {
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departments", x => new { x.Town, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "depots",
                schema: "filing",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: false),
                    Lon = table.Column<double>(type: "float", nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_depots", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "fact_trucks",
                schema: "filing",
                columns: table => new
                {
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Seq = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_trucks", x => new { x.Plate, x.Number, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "filings",
                schema: "filing",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CheckWord = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Enterprise = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PendingBody = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    To = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: true),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    EscalatedAt = table.Column<long>(type: "bigint", nullable: true),
                    FactSeq = table.Column<int>(type: "int", nullable: false),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filings", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "first_code",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_first_code", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "heads",
                schema: "filing",
                columns: table => new
                {
                    Book = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Links = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Algorithm = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    DeletedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heads", x => new { x.Book, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "ignored_counts",
                schema: "filing",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Account = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ignored_counts", x => new { x.Day, x.Account });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "filing",
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
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Section = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: false),
                    Lon = table.Column<double>(type: "float", nullable: false),
                    M3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    WorkMinutes = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Priority = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Earliest = table.Column<long>(type: "bigint", nullable: true),
                    Latest = table.Column<long>(type: "bigint", nullable: true),
                    Hard = table.Column<bool>(type: "bit", nullable: false),
                    Equipment = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Crew = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ConfinedSpace = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ReportedAt = table.Column<long>(type: "bigint", nullable: false),
                    ReportedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    CancelledAt = table.Column<long>(type: "bigint", nullable: true),
                    CancelReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AcceptedAt = table.Column<long>(type: "bigint", nullable: true),
                    MudDepthMm = table.Column<int>(type: "int", nullable: true),
                    ReturnedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReturnReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    DoneAtReturn = table.Column<int>(type: "int", nullable: true),
                    ReopenedM3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    LeftM3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "keys",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "leads",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Of = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    RaisedAt = table.Column<long>(type: "bigint", nullable: false),
                    CheckDays = table.Column<int>(type: "int", nullable: false),
                    CloseDays = table.Column<int>(type: "int", nullable: false),
                    Department = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Result = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    CheckedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    CheckedAt = table.Column<long>(type: "bigint", nullable: true),
                    UnclearTimes = table.Column<int>(type: "int", nullable: false),
                    Run = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    JoinedInto = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ContradictedAt = table.Column<long>(type: "bigint", nullable: true),
                    ContradictedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                schema: "filing",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Hauler = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Departure = table.Column<long>(type: "bigint", nullable: false),
                    Return = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    To = table.Column<long>(type: "bigint", nullable: false),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    FactSeq = table.Column<int>(type: "int", nullable: false),
                    ConfirmedAt = table.Column<long>(type: "bigint", nullable: true),
                    DeclinedAt = table.Column<long>(type: "bigint", nullable: true),
                    DeclineReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    CancelledAt = table.Column<long>(type: "bigint", nullable: true),
                    CancelReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                schema: "filing",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Uscc = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Qualifications = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "filing",
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
                name: "places",
                schema: "filing",
                columns: table => new
                {
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: false),
                    Lon = table.Column<double>(type: "float", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places", x => new { x.Town, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "plant_days",
                schema: "filing",
                columns: table => new
                {
                    Plant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Open = table.Column<bool>(type: "bit", nullable: false),
                    Bays = table.Column<int>(type: "int", nullable: true),
                    Opens = table.Column<TimeOnly>(type: "time", nullable: true),
                    Closes = table.Column<TimeOnly>(type: "time", nullable: true),
                    M3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: true),
                    ClosedFrom = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plant_days", x => new { x.Plant, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "plant_fleets",
                schema: "filing",
                columns: table => new
                {
                    Plant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Bays = table.Column<int>(type: "int", nullable: true),
                    Opens = table.Column<TimeOnly>(type: "time", nullable: true),
                    Closes = table.Column<TimeOnly>(type: "time", nullable: true),
                    M3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plant_fleets", x => x.Plant);
                });

            migrationBuilder.CreateTable(
                name: "plants",
                schema: "filing",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: false),
                    Lon = table.Column<double>(type: "float", nullable: false),
                    RadiusM = table.Column<double>(type: "float", nullable: false),
                    Opens = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    Closes = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: true),
                    Accepts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plants", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "refusal_log",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Enterprise = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Manifest = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refusal_log", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "register_facts",
                schema: "filing",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Seq = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    To = table.Column<long>(type: "bigint", nullable: true),
                    ChainDay = table.Column<DateOnly>(type: "date", nullable: true),
                    ChainHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    ChainPosition = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_facts", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "responsibilities",
                schema: "filing",
                columns: table => new
                {
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Department = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CheckDays = table.Column<int>(type: "int", nullable: false),
                    CloseDays = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsibilities", x => new { x.Town, x.Kind, x.From });
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                schema: "filing",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Emergency = table.Column<bool>(type: "bit", nullable: false),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviews", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "run_sightings",
                schema: "filing",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SightingId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    IsMember = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_sightings", x => new { x.RunId, x.SightingId });
                });

            migrationBuilder.CreateTable(
                name: "sequences",
                schema: "filing",
                columns: table => new
                {
                    Prefix = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sequences", x => x.Prefix);
                });

            migrationBuilder.CreateTable(
                name: "sighting_records",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Account = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Photo = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    PhotoHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sighting_records", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sightings",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ArrivedAt = table.Column<long>(type: "bigint", nullable: false),
                    Account = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SenderId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RefusedCode = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Source = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Device = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    SeenColour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: true),
                    Lat = table.Column<double>(type: "float", nullable: true),
                    Lon = table.Column<double>(type: "float", nullable: true),
                    Activity = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Confidence = table.Column<double>(type: "float", nullable: true),
                    Vehicle = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Photo = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Doubtful = table.Column<bool>(type: "bit", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    ReviewResult = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    ReviewedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ReviewedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sightings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "signing_keys",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    X = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Y = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stamps",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false),
                    Roster = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stamps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "timeline",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Subject = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Seq = table.Column<int>(type: "int", nullable: false),
                    Act = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Account = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Detail = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Changes = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ChainDay = table.Column<DateOnly>(type: "date", nullable: true),
                    ChainHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    ChainPosition = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timeline", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "towns",
                schema: "filing",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_towns", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "trips",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Town = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    N = table.Column<int>(type: "int", nullable: false),
                    FiledPlant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    LoadedAt = table.Column<long>(type: "bigint", nullable: true),
                    LoadedM3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: true),
                    LoadedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Plant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ReceivedM3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: true),
                    GrossKg = table.Column<int>(type: "int", nullable: true),
                    TareKg = table.Column<int>(type: "int", nullable: true),
                    NetKg = table.Column<int>(type: "int", nullable: true),
                    RejectionReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Corrections = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trips", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "truck_days",
                schema: "filing",
                columns: table => new
                {
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    OnDuty = table.Column<bool>(type: "bit", nullable: false),
                    ShiftFrom = table.Column<TimeOnly>(type: "time", nullable: true),
                    ShiftTo = table.Column<TimeOnly>(type: "time", nullable: true),
                    OffFrom = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_truck_days", x => new { x.Plate, x.Colour, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "truck_fleets",
                schema: "filing",
                columns: table => new
                {
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Depot = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ShiftFrom = table.Column<TimeOnly>(type: "time", nullable: false),
                    ShiftTo = table.Column<TimeOnly>(type: "time", nullable: false),
                    Breaks = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    OvertimeMinutes = table.Column<int>(type: "int", nullable: false),
                    Equipment = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Crew = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Kinds = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_truck_fleets", x => new { x.Plate, x.Colour });
                });

            migrationBuilder.CreateTable(
                name: "trucks",
                schema: "filing",
                columns: table => new
                {
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TankM3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    PayloadT = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    PapersUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trucks", x => new { x.Plate, x.Colour });
                });

            migrationBuilder.CreateTable(
                name: "typed_forms",
                schema: "filing",
                columns: table => new
                {
                    Account = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_typed_forms", x => new { x.Account, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<string>(type: "nvarchar(100)", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_claims_accounts_UserId",
                        column: x => x.UserId,
                        principalSchema: "filing",
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                schema: "filing",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UserId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_account_logins_accounts_UserId",
                        column: x => x.UserId,
                        principalSchema: "filing",
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                schema: "filing",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_account_tokens_accounts_UserId",
                        column: x => x.UserId,
                        principalSchema: "filing",
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "filing_trucks",
                schema: "filing",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    To = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filing_trucks", x => new { x.Number, x.Plate, x.Colour });
                    table.ForeignKey(
                        name: "FK_filing_trucks_filings_Number",
                        column: x => x.Number,
                        principalSchema: "filing",
                        principalTable: "filings",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "order_stops",
                schema: "filing",
                columns: table => new
                {
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    K = table.Column<int>(type: "int", nullable: false),
                    Job = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Section = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: false),
                    Lon = table.Column<double>(type: "float", nullable: false),
                    M3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    WorkMinutes = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    BegunAt = table.Column<long>(type: "bigint", nullable: true),
                    DoneAt = table.Column<long>(type: "bigint", nullable: true),
                    DoneM3 = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: true),
                    MudDepthMm = table.Column<int>(type: "int", nullable: true),
                    SkipReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Entry = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_stops", x => new { x.Number, x.K });
                    table.ForeignKey(
                        name: "FK_order_stops_orders_Number",
                        column: x => x.Number,
                        principalSchema: "filing",
                        principalTable: "orders",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_claims_UserId",
                schema: "filing",
                table: "account_claims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_account_logins_UserId",
                schema: "filing",
                table: "account_logins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                schema: "filing",
                table: "accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                schema: "filing",
                table: "accounts",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_answers_age",
                schema: "filing",
                table: "answers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_due",
                schema: "filing",
                table: "deadlines",
                columns: new[] { "ParkedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "ix_filing_trucks_by_truck",
                schema: "filing",
                table: "filing_trucks",
                columns: new[] { "Plate", "Colour", "To" });

            migrationBuilder.CreateIndex(
                name: "ix_filings_of_enterprise",
                schema: "filing",
                table: "filings",
                columns: new[] { "Enterprise", "Number" });

            migrationBuilder.CreateIndex(
                name: "ix_filings_of_town",
                schema: "filing",
                table: "filings",
                columns: new[] { "Town", "Status", "Number" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_age",
                schema: "filing",
                table: "inbox",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_of_town",
                schema: "filing",
                table: "jobs",
                columns: new[] { "Town", "Status" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_of_kind",
                schema: "filing",
                table: "leads",
                columns: new[] { "Kind", "Town", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_of_town",
                schema: "filing",
                table: "leads",
                columns: new[] { "Town", "RaisedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "ix_order_stops_of_job",
                schema: "filing",
                table: "order_stops",
                column: "Job");

            migrationBuilder.CreateIndex(
                name: "ix_orders_by_truck",
                schema: "filing",
                table: "orders",
                columns: new[] { "Plate", "Colour", "To" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_of_town",
                schema: "filing",
                table: "orders",
                columns: new[] { "Town", "Departure" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                schema: "filing",
                table: "outbox",
                columns: new[] { "ParkedAt", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "ix_plant_days_of_date",
                schema: "filing",
                table: "plant_days",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "ix_register_facts_recent",
                schema: "filing",
                table: "register_facts",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "ux_register_facts_chain",
                schema: "filing",
                table: "register_facts",
                columns: new[] { "ChainDay", "ChainPosition" },
                unique: true,
                filter: "[ChainDay] IS NOT NULL AND [ChainPosition] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_register_facts_number_seq",
                schema: "filing",
                table: "register_facts",
                columns: new[] { "Number", "Seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviews_waiting",
                schema: "filing",
                table: "reviews",
                columns: new[] { "Town", "EndedAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "ix_sightings_of_town",
                schema: "filing",
                table: "sightings",
                columns: new[] { "Town", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "ix_timeline_of_subject",
                schema: "filing",
                table: "timeline",
                columns: new[] { "Subject", "Key", "Id" });

            migrationBuilder.CreateIndex(
                name: "ux_timeline_chain",
                schema: "filing",
                table: "timeline",
                columns: new[] { "ChainDay", "ChainPosition" },
                unique: true,
                filter: "[ChainDay] IS NOT NULL AND [ChainPosition] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_trips_open_of_plate",
                schema: "filing",
                table: "trips",
                columns: new[] { "Plate", "State" });

            migrationBuilder.CreateIndex(
                name: "ux_trips_of_number",
                schema: "filing",
                table: "trips",
                columns: new[] { "Number", "N" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_truck_days_of_date",
                schema: "filing",
                table: "truck_days",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "ix_trucks_of_owner",
                schema: "filing",
                table: "trucks",
                column: "Owner");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claims",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "account_logins",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "account_tokens",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "answers",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "arrivals",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "calendars",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "deadlines",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "departments",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "depots",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "fact_trucks",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "filing_trucks",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "first_code",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "heads",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "ignored_counts",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "jobs",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "keys",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "leads",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "order_stops",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "organisations",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "places",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "plant_days",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "plant_fleets",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "plants",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "refusal_log",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "register_facts",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "responsibilities",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "reviews",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "run_sightings",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "sequences",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "sighting_records",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "sightings",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "signing_keys",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "stamps",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "timeline",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "towns",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "trips",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "truck_days",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "truck_fleets",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "trucks",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "typed_forms",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "accounts",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "filings",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "orders",
                schema: "filing");
        }
    }
}
