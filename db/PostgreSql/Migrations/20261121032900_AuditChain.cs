using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "anchored",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_anchored", x => new { x.tenant_id, x.place });
                });

            migrationBuilder.CreateTable(
                name: "checkpoints",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    frontier = table.Column<byte[]>(type: "bytea", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false),
                    body = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    key_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checkpoints", x => new { x.tenant_id, x.size });
                });

            migrationBuilder.CreateTable(
                name: "heads",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_heads", x => x.tenant_id);
                });

            migrationBuilder.CreateTable(
                name: "log",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    event_type = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    actor_type = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    actor_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    actor_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    resource_type = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    resource_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    action = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    metadata = table.Column<string>(type: "character varying(65536)", maxLength: 65536, nullable: false),
                    changes = table.Column<string>(type: "character varying(65536)", maxLength: 65536, nullable: false),
                    ip_address = table.Column<byte[]>(type: "bytea", nullable: false),
                    user_agent = table.Column<byte[]>(type: "bytea", nullable: false),
                    request_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    address_mark = table.Column<byte[]>(type: "bytea", nullable: false),
                    payload = table.Column<byte[]>(type: "bytea", nullable: false),
                    prev = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log", x => new { x.tenant_id, x.created_at, x.id });
                });

            migrationBuilder.CreateTable(
                name: "person_keys",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    wrapped = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_keys", x => new { x.tenant_id, x.subject });
                });

            migrationBuilder.CreateIndex(
                name: "ix_log_tenant_id_actor_id_created_at_id",
                schema: "audit",
                table: "log",
                columns: new[] { "tenant_id", "actor_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_log_tenant_id_address_mark_created_at_id",
                schema: "audit",
                table: "log",
                columns: new[] { "tenant_id", "address_mark", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_log_tenant_id_event_type_created_at_id",
                schema: "audit",
                table: "log",
                columns: new[] { "tenant_id", "event_type", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_log_tenant_id_resource_id_created_at_id",
                schema: "audit",
                table: "log",
                columns: new[] { "tenant_id", "resource_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_log_tenant_id_seq",
                schema: "audit",
                table: "log",
                columns: new[] { "tenant_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_log_tenant_id_status_created_at_id",
                schema: "audit",
                table: "log",
                columns: new[] { "tenant_id", "status", "created_at", "id" });

            migrationBuilder.Sql(ChainSql.Append);
            migrationBuilder.Sql(ChainSql.MakeMonth);
            migrationBuilder.Sql(ChainSql.Rest);
            migrationBuilder.Sql(ChainSql.Rights);
            migrationBuilder.Sql(ChainSql.Words);
            migrationBuilder.Sql(ChainSql.Import);

            migrationBuilder.DropTable(
                name: "entries",
                schema: "audit");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function audit.append; drop function audit.make_month;");

            migrationBuilder.DropTable(
                name: "anchored",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "checkpoints",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "heads",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "log",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "person_keys",
                schema: "audit");

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    actor = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changes = table.Column<string>(type: "jsonb", nullable: false),
                    correlation_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_entries_tenant_id_at_id",
                schema: "audit",
                table: "entries",
                columns: new[] { "tenant_id", "at", "id" },
                descending: new[] { false, true, true });
        }
    }
}
