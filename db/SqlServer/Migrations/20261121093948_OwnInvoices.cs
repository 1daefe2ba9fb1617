using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OwnInvoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "drafts",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    buyer_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    total = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    waits = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    noted_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "invoice_series",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    pattern = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    first = table.Column<long>(type: "bigint", nullable: false),
                    first_year = table.Column<int>(type: "int", nullable: false),
                    is_default = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_series", x => new { x.tenant_id, x.name });
                });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_source_made_at_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "source", "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_tenant_id_made_at_id",
                schema: "invoicing",
                table: "drafts",
                columns: new[] { "tenant_id", "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_series_tenant_id_pattern",
                schema: "invoicing",
                table: "invoice_series",
                columns: new[] { "tenant_id", "pattern" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "drafts",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "invoice_series",
                schema: "invoicing");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_source_made_at_id",
                schema: "invoicing",
                table: "invoices");
        }
    }
}
