using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CreditNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_invoices_settlement",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.AddColumn<Guid>(
                name: "corrects",
                schema: "invoicing",
                table: "invoices",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "void_reason",
                schema: "invoicing",
                table: "invoices",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "voided_on",
                schema: "invoicing",
                table: "invoices",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "written_off_ron",
                schema: "invoicing",
                table: "invoices",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateTable(
                name: "credit_settings",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    as_storno = table.Column<bool>(type: "bit", nullable: false),
                    series = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_settings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "waiting_credits",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    asked = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    owner = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waiting_credits", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_waiting_credits_tenant_id_invoice_id",
                        columns: x => new { x.tenant_id, x.invoice_id },
                        principalSchema: "invoicing",
                        principalTable: "invoices",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_corrects",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "corrects" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_invoices_corrects",
                schema: "invoicing",
                table: "invoices",
                sql: "corrects is null or (total < 0 and corrects <> id)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_invoices_settlement",
                schema: "invoicing",
                table: "invoices",
                sql: "\"open\" = case when voided_on is null then total - paid - credited - written_off else 0 end and (\"open\" <> 0 or open_ron = 0) and (\n(total >= 0 and paid >= 0 and credited >= 0 and written_off >= 0 and \"open\" >= 0) or\n(total <= 0 and paid <= 0 and credited <= 0 and written_off <= 0 and \"open\" <= 0))");

            migrationBuilder.AddCheckConstraint(
                name: "ck_invoices_void",
                schema: "invoicing",
                table: "invoices",
                sql: "voided_on is null or (cast(is_filed as int) = 0 and paid = 0 and credited = 0 and written_off = 0 and corrects is null and void_reason is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_credits_tenant_id_invoice_id",
                schema: "invoicing",
                table: "waiting_credits",
                columns: new[] { "tenant_id", "invoice_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_invoices_tenant_id_corrects",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "corrects" },
                principalSchema: "invoicing",
                principalTable: "invoices",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_invoices_tenant_id_corrects",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropTable(
                name: "credit_settings",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "waiting_credits",
                schema: "invoicing");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_corrects",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropCheckConstraint(
                name: "ck_invoices_corrects",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropCheckConstraint(
                name: "ck_invoices_settlement",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropCheckConstraint(
                name: "ck_invoices_void",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "corrects",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "void_reason",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "voided_on",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "written_off_ron",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.AddCheckConstraint(
                name: "ck_invoices_settlement",
                schema: "invoicing",
                table: "invoices",
                sql: "\"open\" = total - paid - credited - written_off and (\"open\" <> 0 or open_ron = 0) and (\n(total >= 0 and paid >= 0 and credited >= 0 and written_off >= 0 and \"open\" >= 0) or\n(total <= 0 and paid <= 0 and credited <= 0 and written_off <= 0 and \"open\" <= 0))");
        }
    }
}
