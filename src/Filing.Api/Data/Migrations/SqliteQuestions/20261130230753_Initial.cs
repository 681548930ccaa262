using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FilingApi.Data.Migrations.SqliteQuestions
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "heads",
                columns: table => new
                {
                    Book = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Links = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Algorithm = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DeletedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heads", x => new { x.Book, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "questions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Raw = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Plate = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Colour = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Activity = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Lat = table.Column<double>(type: "REAL", nullable: true),
                    Lon = table.Column<double>(type: "REAL", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    ChainDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ChainHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    ChainPosition = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_questions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_questions_at",
                table: "questions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "ux_questions_chain",
                table: "questions",
                columns: new[] { "ChainDay", "ChainPosition" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "heads");

            migrationBuilder.DropTable(
                name: "questions");
        }
    }
}
