using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Customers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    full_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    tax_id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    vat_id = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    personal_number = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    registration_number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    email = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    phone = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    billing_address = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    delivery_addresses = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    contacts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true),
                    payment_term_days = table.Column<int>(type: "int", nullable: true),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true),
                    sends_invoices = table.Column<bool>(type: "bit", nullable: false),
                    sends_reminders = table.Column<bool>(type: "bit", nullable: false),
                    metadata = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    notes = table.Column<string>(type: "nvarchar(max)", maxLength: 5000, nullable: true),
                    search_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    merged_into = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "products",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    sku = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    unit = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: false),
                    prices = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    tax_category = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    tax_rate = table.Column<decimal>(type: "decimal(5,2)", precision: 5, scale: 2, nullable: false),
                    search_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_products", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_created_at_id",
                schema: "customers",
                table: "customers",
                columns: new[] { "tenant_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_email",
                schema: "customers",
                table: "customers",
                columns: new[] { "tenant_id", "email" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_personal_number",
                schema: "customers",
                table: "customers",
                columns: new[] { "tenant_id", "personal_number" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_search_name",
                schema: "customers",
                table: "customers",
                columns: new[] { "tenant_id", "search_name" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_tax_id",
                schema: "customers",
                table: "customers",
                columns: new[] { "tenant_id", "tax_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_vat_id",
                schema: "customers",
                table: "customers",
                columns: new[] { "tenant_id", "vat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_products_tenant_id_created_at_id",
                schema: "customers",
                table: "products",
                columns: new[] { "tenant_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_products_tenant_id_search_name",
                schema: "customers",
                table: "products",
                columns: new[] { "tenant_id", "search_name" });

            migrationBuilder.CreateIndex(
                name: "ix_products_tenant_id_sku",
                schema: "customers",
                table: "products",
                columns: new[] { "tenant_id", "sku" },
                unique: true,
                filter: "[sku] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "products",
                schema: "customers");
        }
    }
}
