using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Roles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "proved_at",
                schema: "access",
                table: "sessions",
                type: "datetimeoffset",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "owner",
                schema: "sync",
                table: "sales",
                type: "varchar(64)",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "roles",
                schema: "access",
                table: "memberships",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.Sql("""
                exec(N'update access.memberships set roles = ''["'' + role + ''"]''');
                """);

            migrationBuilder.DropColumn(
                name: "role",
                schema: "access",
                table: "memberships");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "suspended_at",
                schema: "access",
                table: "memberships",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "team",
                schema: "access",
                table: "memberships",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner",
                schema: "invoicing",
                table: "invoices",
                type: "varchar(64)",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "roles",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    permissions = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    inherits = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    limits = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roles", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_sales_tenant_id_owner_sold_at_id",
                schema: "sync",
                table: "sales",
                columns: new[] { "tenant_id", "owner", "sold_at", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_roles_tenant_id_name",
                schema: "access",
                table: "roles",
                columns: new[] { "tenant_id", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "roles",
                schema: "access");

            migrationBuilder.DropIndex(
                name: "ix_sales_tenant_id_owner_sold_at_id",
                schema: "sync",
                table: "sales");

            migrationBuilder.DropColumn(
                name: "proved_at",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "owner",
                schema: "sync",
                table: "sales");

            migrationBuilder.DropColumn(
                name: "roles",
                schema: "access",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "suspended_at",
                schema: "access",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "team",
                schema: "access",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "owner",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.AddColumn<string>(
                name: "role",
                schema: "access",
                table: "memberships",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");
        }
    }
}
