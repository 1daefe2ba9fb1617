using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Settlement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "due",
                schema: "invoicing",
                table: "invoices",
                newName: "open");

            migrationBuilder.AddColumn<decimal>(
                name: "credited",
                schema: "invoicing",
                table: "invoices",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "customer_key",
                schema: "invoicing",
                table: "invoices",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                schema: "invoicing",
                table: "invoices",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<decimal>(
                name: "written_off",
                schema: "invoicing",
                table: "invoices",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "open_ron",
                schema: "invoicing",
                table: "invoices",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "paid",
                schema: "invoicing",
                table: "invoices",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "payment",
                schema: "invoicing",
                table: "invoices",
                type: "character varying(32)",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql(SettlementSql.Backfill);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_customer_key_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "customer_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_due_on_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "due_on", "id" },
                filter: "\"open\" <> 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_invoices_settlement",
                schema: "invoicing",
                table: "invoices",
                sql: "\"open\" = total - paid - credited - written_off and (\"open\" <> 0 or open_ron = 0) and (\n(total >= 0 and paid >= 0 and credited >= 0 and written_off >= 0 and \"open\" >= 0) or\n(total <= 0 and paid <= 0 and credited <= 0 and written_off <= 0 and \"open\" <= 0))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_customer_key_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_due_on_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropCheckConstraint(
                name: "ck_invoices_settlement",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "credited",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "customer_key",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "due_on",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "written_off",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "open_ron",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "paid",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "payment",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.RenameColumn(
                name: "open",
                schema: "invoicing",
                table: "invoices",
                newName: "due");
        }
    }
}
