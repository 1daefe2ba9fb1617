using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SsoTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "keys_refreshed_at",
                schema: "access",
                table: "sso_connections",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sso_hint",
                schema: "access",
                table: "sessions",
                type: "varchar(max)",
                unicode: false,
                maxLength: 32768,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sso_provider_pins",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    token_endpoint = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: false),
                    keys_endpoint = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sso_provider_pins", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sso_spent_tokens",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sso_spent_tokens", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_sso_spent_tokens_tenant_id_until",
                schema: "access",
                table: "sso_spent_tokens",
                columns: new[] { "tenant_id", "until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sso_provider_pins",
                schema: "access");

            migrationBuilder.DropTable(
                name: "sso_spent_tokens",
                schema: "access");

            migrationBuilder.DropColumn(
                name: "keys_refreshed_at",
                schema: "access",
                table: "sso_connections");

            migrationBuilder.DropColumn(
                name: "sso_hint",
                schema: "access",
                table: "sessions");
        }
    }
}
