using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "due_days",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    documents = table.Column<long>(type: "bigint", nullable: false),
                    open = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    open_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_days", x => new { x.tenant_id, x.due_on, x.currency });
                });

            migrationBuilder.CreateTable(
                name: "sales_days",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    source = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    documents = table.Column<long>(type: "bigint", nullable: false),
                    net = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    vat = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    gross = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    net_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    vat_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    without_ron = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sales_days", x => new { x.tenant_id, x.issued_on, x.currency, x.source });
                });

            migrationBuilder.CreateTable(
                name: "tax_days",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    supplied_in = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    category = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    rate = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    documents = table.Column<long>(type: "bigint", nullable: false),
                    taxable = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    tax = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    taxable_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    tax_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tax_days", x => new { x.tenant_id, x.issued_on, x.supplied_in, x.currency, x.category, x.rate });
                });

            migrationBuilder.CreateIndex(
                name: "ix_tax_days_tenant_id_supplied_in",
                schema: "invoicing",
                table: "tax_days",
                columns: new[] { "tenant_id", "supplied_in" });

            foreach (var statement in ReportsSql.Statements) migrationBuilder.Sql(statement);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var statement in ReportsSql.Down) migrationBuilder.Sql(statement);

            migrationBuilder.DropTable(
                name: "due_days",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "sales_days",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "tax_days",
                schema: "invoicing");
        }
    }
}
