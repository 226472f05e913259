using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlanTracker.Storage.Migrations.Postgres
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeftMoney",
                table: "Plans",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "FollowsPlanId",
                table: "PlanDrafts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeftMoney",
                table: "PlanDrafts",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "FollowsActivityId",
                table: "Activities",
                type: "uuid",
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
