using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlanTracker.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Money : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "FollowsPlanId",
                table: "Plans",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeftMoney",
                table: "Plans",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "FollowsPlanId",
                table: "PlanDrafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeftMoney",
                table: "PlanDrafts",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "FollowsActivityId",
                table: "Activities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Plans_FollowsPlanId",
                table: "Plans",
                column: "FollowsPlanId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanDrafts_FollowsPlanId",
                table: "PlanDrafts",
                column: "FollowsPlanId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Plans_FollowsPlanId",
                table: "Plans");

            migrationBuilder.DropIndex(
                name: "IX_PlanDrafts_FollowsPlanId",
                table: "PlanDrafts");

            migrationBuilder.DropColumn(
                name: "FollowsPlanId",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "LeftMoney",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "FollowsPlanId",
                table: "PlanDrafts");

            migrationBuilder.DropColumn(
                name: "LeftMoney",
                table: "PlanDrafts");

            migrationBuilder.DropColumn(
                name: "FollowsActivityId",
                table: "Activities");
        }
    }
}
