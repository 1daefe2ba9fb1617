using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class InvoiceDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "invoicing",
                table: "invoices",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(255)",
                oldMaxLength: 255);

            migrationBuilder.AddColumn<Guid>(
                name: "customer_id",
                schema: "invoicing",
                table: "invoices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "filing",
                schema: "invoicing",
                table: "invoices",
                type: "character varying(32)",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "Waiting");

            migrationBuilder.AddColumn<long>(
                name: "filing_version",
                schema: "invoicing",
                table: "invoices",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "customer_id",
                schema: "invoicing",
                table: "drafts",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bulk_rows",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    run = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<int>(type: "integer", nullable: false),
                    invoice = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    foreseen = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    why = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: true),
                    why_text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_rows", x => new { x.tenant_id, x.run, x.at });
                });

            migrationBuilder.CreateTable(
                name: "bulk_runs",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false),
                    to = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    owner = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_runs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "saved_filters",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_filters", x => new { x.tenant_id, x.id });
                });

            // How far each invoice is, its filing knows. The walls hide every row from the owner of the tables too, so they are opened for this one statement.
            migrationBuilder.Sql("""
                alter table invoicing.invoices no force row level security;
                alter table fiscal.filings no force row level security;
                update invoicing.invoices i set filing = case f.state when 'Intended' then 'Waiting' else f.state end, filing_version = f.version
                    from fiscal.filings f where f.tenant_id = i.tenant_id and f.invoice_id = i.id;
                alter table fiscal.filings force row level security;
                alter table invoicing.invoices force row level security;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_customer_id_made_at_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "customer_id", "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_owner_made_at_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "owner", "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_source_filing_issued_on_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "source", "filing", "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_total_made_at_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "total", "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_tenant_id_customer_id",
                schema: "invoicing",
                table: "drafts",
                columns: new[] { "tenant_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bulk_runs_tenant_id_owner_planned_at",
                schema: "invoicing",
                table: "bulk_runs",
                columns: new[] { "tenant_id", "owner", "planned_at" });

            migrationBuilder.CreateIndex(
                name: "ix_saved_filters_tenant_id_owner_name",
                schema: "invoicing",
                table: "saved_filters",
                columns: new[] { "tenant_id", "owner", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bulk_rows",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "bulk_runs",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "saved_filters",
                schema: "invoicing");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_customer_id_made_at_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_owner_made_at_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_source_filing_issued_on_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_total_made_at_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_drafts_tenant_id_customer_id",
                schema: "invoicing",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "customer_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "filing",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "filing_version",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "customer_id",
                schema: "invoicing",
                table: "drafts");

            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "invoicing",
                table: "invoices",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(255)",
                oldMaxLength: 255,
                oldCollation: "C");
        }
    }
}
