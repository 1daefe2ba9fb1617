using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AuditOutlets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alert_rules",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    deletions = table.Column<int>(type: "int", nullable: false),
                    refusals = table.Column<int>(type: "int", nullable: false),
                    minutes = table.Column<int>(type: "int", nullable: false),
                    tell_networks = table.Column<bool>(type: "bit", nullable: false),
                    tell_exports = table.Column<bool>(type: "bit", nullable: false),
                    language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_rules", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    about = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    hour = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    count = table.Column<int>(type: "int", nullable: false),
                    filter = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "anchor_mails",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    addresses = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_anchor_mails", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "export_plans",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    rhythm = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    form = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    filter = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    readers = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_plans", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "export_runs",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    plan = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    rhythm = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    before = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    form = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    filter = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    up_to = table.Column<long>(type: "bigint", nullable: false),
                    entries = table.Column<int>(type: "int", nullable: false),
                    problem = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_runs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "log_readings",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reader = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_readings", x => new { x.tenant_id, x.reader });
                });

            migrationBuilder.CreateTable(
                name: "outlet_progress",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    outlet = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    failures = table.Column<int>(type: "int", nullable: false),
                    failing_since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    not_before = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    problem = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outlet_progress", x => new { x.tenant_id, x.outlet });
                });

            migrationBuilder.CreateTable(
                name: "outlets",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    address = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    index = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    source = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    is_on = table.Column<bool>(type: "bit", nullable: false),
                    secrets = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outlets", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "parked_entries",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    outlet = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    entry = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parked_entries", x => new { x.tenant_id, x.outlet, x.seq });
                });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_tenant_id_at_id",
                schema: "audit",
                table: "alerts",
                columns: new[] { "tenant_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_tenant_id_kind_about_hour",
                schema: "audit",
                table: "alerts",
                columns: new[] { "tenant_id", "kind", "about", "hour" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_export_runs_tenant_id_made_at",
                schema: "audit",
                table: "export_runs",
                columns: new[] { "tenant_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_export_runs_tenant_id_plan_rhythm_from",
                schema: "audit",
                table: "export_runs",
                columns: new[] { "tenant_id", "plan", "rhythm", "from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert_rules",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "alerts",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "anchor_mails",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "export_plans",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "export_runs",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "log_readings",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "outlet_progress",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "outlets",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "parked_entries",
                schema: "audit");
        }
    }
}
