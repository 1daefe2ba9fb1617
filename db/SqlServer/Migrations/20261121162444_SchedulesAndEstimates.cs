using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SchedulesAndEstimates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "estimates",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    number = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    document = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    buyer_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    answer = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    invoice = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    owner = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_estimates", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "schedules",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    terms = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    issues_itself = table.Column<bool>(type: "bit", nullable: false),
                    sends_mail = table.Column<bool>(type: "bit", nullable: false),
                    is_paused = table.Column<bool>(type: "bit", nullable: false),
                    next = table.Column<int>(type: "int", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    skipped = table.Column<int>(type: "int", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    problem = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true),
                    problem_text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedules", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "estimate_invoices",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    estimate = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    invoice = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_estimate_invoices", x => new { x.tenant_id, x.estimate });
                    table.ForeignKey(
                        name: "fk_estimate_invoices_tenant_id_estimate",
                        columns: x => new { x.tenant_id, x.estimate },
                        principalSchema: "invoicing",
                        principalTable: "estimates",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scheduled_invoices",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    schedule = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    period = table.Column<int>(type: "int", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    invoice = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    problem = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: true),
                    problem_text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scheduled_invoices", x => new { x.tenant_id, x.schedule, x.period });
                    table.ForeignKey(
                        name: "fk_scheduled_invoices_tenant_id_schedule",
                        columns: x => new { x.tenant_id, x.schedule },
                        principalSchema: "invoicing",
                        principalTable: "schedules",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_estimate_invoices_tenant_id_invoice",
                schema: "invoicing",
                table: "estimate_invoices",
                columns: new[] { "tenant_id", "invoice" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_estimates_tenant_id_customer_id",
                schema: "invoicing",
                table: "estimates",
                columns: new[] { "tenant_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_estimates_tenant_id_invoice",
                schema: "invoicing",
                table: "estimates",
                columns: new[] { "tenant_id", "invoice" },
                unique: true,
                filter: "[invoice] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_estimates_tenant_id_made_at_id",
                schema: "invoicing",
                table: "estimates",
                columns: new[] { "tenant_id", "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_estimates_tenant_id_number",
                schema: "invoicing",
                table: "estimates",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_scheduled_invoices_tenant_id_invoice",
                schema: "invoicing",
                table: "scheduled_invoices",
                columns: new[] { "tenant_id", "invoice" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_schedules_tenant_id_customer_id",
                schema: "invoicing",
                table: "schedules",
                columns: new[] { "tenant_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_tenant_id_made_at_id",
                schema: "invoicing",
                table: "schedules",
                columns: new[] { "tenant_id", "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_tenant_id_next_on",
                schema: "invoicing",
                table: "schedules",
                columns: new[] { "tenant_id", "next_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "estimate_invoices",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "scheduled_invoices",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "estimates",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "schedules",
                schema: "invoicing");
        }
    }
}
