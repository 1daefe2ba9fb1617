using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Sso : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "only_tenant",
                schema: "access",
                table: "sessions",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "sso_connection",
                schema: "access",
                table: "sessions",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sso_session_index",
                schema: "access",
                table: "sessions",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sso_subject",
                schema: "access",
                table: "sessions",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sso_attempts",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    connection_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    outcome = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    detail = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    subject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    address = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    claims = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    intent = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    begun_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    token_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sso_attempts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sso_connections",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    slug = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    enabled = table.Column<bool>(type: "bit", nullable: false),
                    settings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    secrets = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    default_role = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    group_roles = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    attributes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    proved_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sso_connections", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sso_domain_owners",
                schema: "access",
                columns: table => new
                {
                    domain = table.Column<string>(type: "varchar(253)", unicode: false, maxLength: 253, nullable: false),
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sso_domain_owners", x => x.domain);
                });

            migrationBuilder.CreateTable(
                name: "sso_domains",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "varchar(253)", unicode: false, maxLength: 253, nullable: false),
                    proof = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    proved_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    missing_since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sso_domains", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sso_link_permits",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sso_link_permits", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "sso_logins",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    connection_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    issuer = table.Column<string>(type: "nvarchar(1024)", maxLength: 1024, nullable: false),
                    subject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    key = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sso_logins", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_sso_connection",
                schema: "access",
                table: "sessions",
                column: "sso_connection");

            migrationBuilder.CreateIndex(
                name: "ix_sso_attempts_tenant_id_connection_id_at",
                schema: "access",
                table: "sso_attempts",
                columns: new[] { "tenant_id", "connection_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_sso_connections_slug",
                schema: "access",
                table: "sso_connections",
                column: "slug");

            migrationBuilder.CreateIndex(
                name: "ix_sso_domain_owners_tenant_id",
                schema: "access",
                table: "sso_domain_owners",
                column: "tenant_id");

            migrationBuilder.CreateIndex(
                name: "ix_sso_domains_tenant_id_name",
                schema: "access",
                table: "sso_domains",
                columns: new[] { "tenant_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sso_logins_tenant_id_connection_id_key",
                schema: "access",
                table: "sso_logins",
                columns: new[] { "tenant_id", "connection_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sso_logins_tenant_id_user_id",
                schema: "access",
                table: "sso_logins",
                columns: new[] { "tenant_id", "user_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sso_attempts",
                schema: "access");

            migrationBuilder.DropTable(
                name: "sso_connections",
                schema: "access");

            migrationBuilder.DropTable(
                name: "sso_domain_owners",
                schema: "access");

            migrationBuilder.DropTable(
                name: "sso_domains",
                schema: "access");

            migrationBuilder.DropTable(
                name: "sso_link_permits",
                schema: "access");

            migrationBuilder.DropTable(
                name: "sso_logins",
                schema: "access");

            migrationBuilder.DropIndex(
                name: "ix_sessions_sso_connection",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "only_tenant",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "sso_connection",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "sso_session_index",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "sso_subject",
                schema: "access",
                table: "sessions");
        }
    }
}
