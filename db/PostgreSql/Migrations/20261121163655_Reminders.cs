using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "overdue_on",
                schema: "invoicing",
                table: "invoices",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reminded_at",
                schema: "invoicing",
                table: "invoices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reminders_paused_at",
                schema: "invoicing",
                table: "invoices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reminder_plans",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    days = table.Column<string>(type: "jsonb", nullable: false),
                    sends_receipts = table.Column<bool>(type: "boolean", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_plans", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    invoice = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: true),
                    outcome = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    mail = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminders", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_reminders_tenant_id_invoice",
                        columns: x => new { x.tenant_id, x.invoice },
                        principalSchema: "invoicing",
                        principalTable: "invoices",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reminders_tenant_id_invoice_step",
                schema: "invoicing",
                table: "reminders",
                columns: new[] { "tenant_id", "invoice", "step" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reminder_plans",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "reminders",
                schema: "invoicing");

            migrationBuilder.DropColumn(
                name: "overdue_on",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "reminders_paused_at",
                schema: "invoicing",
                table: "invoices");
        }
    }
}
