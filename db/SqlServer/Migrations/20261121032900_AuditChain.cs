using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was written before there was a chain stays where it is, in audit.entries, which nothing writes any more.
            migrationBuilder.CreateTable(
                name: "anchored",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    place = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    frontier = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    head = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    body = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    signature = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    key_id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    event_type = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    actor_type = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    actor_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    actor_name = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    resource_type = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    resource_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    action = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    status = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    metadata = table.Column<string>(type: "nvarchar(max)", maxLength: 65536, nullable: false),
                    changes = table.Column<string>(type: "nvarchar(max)", maxLength: 65536, nullable: false),
                    ip_address = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    user_agent = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    request_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    subject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    address_mark = table.Column<byte[]>(type: "varbinary(900)", nullable: false),
                    payload = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    prev = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    subject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    wrapped = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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

            migrationBuilder.Sql(ChainSql.Create);
            migrationBuilder.Sql("grant execute on [audit].[append_entries] to [invoicesync_app], [invoicesync_platform];");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop procedure [audit].[append_entries];");

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

        }
    }
}
