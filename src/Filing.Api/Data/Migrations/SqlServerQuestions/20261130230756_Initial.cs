using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FilingApi.Data.Migrations.SqlServerQuestions
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
                name: "question_heads",
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
                    table.PrimaryKey("PK_question_heads", x => new { x.Book, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "questions",
                schema: "filing",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    Account = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Organisation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Raw = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Plate = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Activity = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Lat = table.Column<double>(type: "float", nullable: true),
                    Lon = table.Column<double>(type: "float", nullable: true),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    ChainDay = table.Column<DateOnly>(type: "date", nullable: true),
                    ChainHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    ChainPosition = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_questions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_questions_at",
                schema: "filing",
                table: "questions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "ux_questions_chain",
                schema: "filing",
                table: "questions",
                columns: new[] { "ChainDay", "ChainPosition" },
                unique: true,
                filter: "[ChainDay] IS NOT NULL AND [ChainPosition] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "question_heads",
                schema: "filing");

            migrationBuilder.DropTable(
                name: "questions",
                schema: "filing");
        }
    }
}
