using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class InvoiceNumberOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_number",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_number",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_number",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_number",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "number" });
        }
    }
}
