using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlanTracker.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Evidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EvidenceAsked",
                table: "Activities",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "EvidenceMarks",
                columns: table => new
                {
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceMarks", x => x.EvidenceId);
                    table.ForeignKey(
                        name: "FK_EvidenceMarks_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceMarks_EntryId",
                table: "EvidenceMarks",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceMarks_Mark",
                table: "EvidenceMarks",
                column: "Mark");

            // Plan 246 of a database from before: what its rows ask for, as the start-up data now says.
            foreach (var (rows, asked) in new[]
            {
                ("1, 2, 3", "[\"OrderContract\",\"OrderAcceptance\",\"BroadcastLink\"]"),
                ("4", "[\"OrderContract\",\"OrderAcceptance\"]"),
                ("5, 6", "[\"BroadcastLink\"]"),
                ("7, 9, 10, 14", "[\"OfficialDocument\",\"Photo\"]"),
                ("8, 11", "[\"AttendanceList\",\"Photo\"]"),
                ("12, 13", "[\"PrintAcceptance\"]"),
                ("15", "[\"Photo\"]"),
            })
            {
                migrationBuilder.Sql($"""
                    UPDATE "Activities" SET "EvidenceAsked" = '{asked}'
                    WHERE "Order" IN ({rows}) AND "PlanId" IN (SELECT "Id" FROM "Plans" WHERE "SeedKey" = '246-2024')
                    """);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvidenceMarks");

            migrationBuilder.DropColumn(
                name: "EvidenceAsked",
                table: "Activities");
        }
    }
}
