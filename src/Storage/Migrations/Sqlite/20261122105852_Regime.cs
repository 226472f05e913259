using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlanTracker.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Regime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "AgencyIds",
                table: "ReportingDuties",
                newName: "Owers");

            // A list of agencies becomes a list of agencies with the span that they owe for.
            migrationBuilder.Sql(@"UPDATE ReportingDuties SET Owers = (SELECT json_group_array(json_object('agencyId', value)) FROM json_each(Owers))");

            migrationBuilder.AddColumn<string>(
                name: "End",
                table: "ReportingDuties",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "End",
                table: "ReportingDuties");

            migrationBuilder.RenameColumn(
                name: "Owers",
                table: "ReportingDuties",
                newName: "AgencyIds");
        }
    }
}
