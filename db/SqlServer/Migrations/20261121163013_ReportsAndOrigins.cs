using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ReportsAndOrigins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "requests_per_hour",
                schema: "tenancy",
                table: "tenants",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customer_months",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    sold_in = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    customer_key = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
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
                    table.PrimaryKey("pk_customer_months", x => new { x.tenant_id, x.sold_in, x.currency, x.customer_key });
                });

            migrationBuilder.CreateTable(
                name: "payment_days",
                schema: "payments",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    moved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    method = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    payments = table.Column<long>(type: "bigint", nullable: false),
                    received = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    received_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    refunded = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    refunded_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    reversed = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    reversed_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    unapplied = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    unapplied_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_days", x => new { x.tenant_id, x.moved_on, x.currency, x.method });
                });

            migrationBuilder.CreateTable(
                name: "product_months",
                schema: "invoicing",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    sold_in = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    product_key = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    unit = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    lines = table.Column<long>(type: "bigint", nullable: false),
                    quantity = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    net = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    net_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_product_months", x => new { x.tenant_id, x.sold_in, x.currency, x.product_key, x.unit });
                });

            migrationBuilder.CreateTable(
                name: "web_origins",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    origin = table.Column<string>(type: "varchar(300)", unicode: false, maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_web_origins", x => new { x.tenant_id, x.origin });
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_tenants_requests_per_hour",
                schema: "tenancy",
                table: "tenants",
                sql: "requests_per_hour between 1 and 1000000");

            migrationBuilder.CreateIndex(
                name: "ix_web_origins_origin",
                schema: "access",
                table: "web_origins",
                column: "origin");

            foreach (var statement in SoldSql.Statements) migrationBuilder.Sql(statement);
            foreach (var statement in PaymentDaysSql.Statements) migrationBuilder.Sql(statement);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var statement in PaymentDaysSql.Down) migrationBuilder.Sql(statement);
            foreach (var statement in SoldSql.Down) migrationBuilder.Sql(statement);

            migrationBuilder.DropTable(
                name: "customer_months",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "payment_days",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "product_months",
                schema: "invoicing");

            migrationBuilder.DropTable(
                name: "web_origins",
                schema: "access");

            migrationBuilder.DropCheckConstraint(
                name: "ck_tenants_requests_per_hour",
                schema: "tenancy",
                table: "tenants");

            migrationBuilder.DropColumn(
                name: "requests_per_hour",
                schema: "tenancy",
                table: "tenants");
        }
    }
}
