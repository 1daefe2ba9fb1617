using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Payments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "payments");

            migrationBuilder.CreateTable(
                name: "payments",
                schema: "payments",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    customer_key = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    customer_full_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    search_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    method = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    reference = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: true),
                    note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    unapplied = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    unapplied_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    refunded = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    status = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_payments_left", "unapplied >= 0 and refunded >= 0 and (unapplied + refunded = 0 or unapplied + refunded <= amount) and (unapplied <> 0 or unapplied_ron = 0)");
                });

            migrationBuilder.CreateTable(
                name: "moves",
                schema: "payments",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    payment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    money = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    money_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    credit = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    credit_ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    rate = table.Column<decimal>(type: "decimal(18,8)", precision: 18, scale: 8, nullable: true),
                    rate_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rate_source = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    reason = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    request = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moves", x => new { x.tenant_id, x.payment_id, x.number });
                    table.ForeignKey(
                        name: "fk_moves_tenant_id_payment_id",
                        columns: x => new { x.tenant_id, x.payment_id },
                        principalSchema: "payments",
                        principalTable: "payments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "parts",
                schema: "payments",
                columns: table => new
                {
                    move = table.Column<int>(type: "int", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    payment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    ron = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parts", x => new { x.tenant_id, x.payment_id, x.move, x.invoice_id });
                    table.ForeignKey(
                        name: "fk_parts_tenant_id_payment_id",
                        columns: x => new { x.tenant_id, x.payment_id },
                        principalSchema: "payments",
                        principalTable: "payments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_moves_tenant_id_payment_id_request",
                schema: "payments",
                table: "moves",
                columns: new[] { "tenant_id", "payment_id", "request" },
                unique: true,
                filter: "request is not null");

            migrationBuilder.CreateIndex(
                name: "ix_parts_tenant_id_invoice_id",
                schema: "payments",
                table: "parts",
                columns: new[] { "tenant_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_tenant_id_customer_key_id",
                schema: "payments",
                table: "payments",
                columns: new[] { "tenant_id", "customer_key", "id" },
                filter: "unapplied <> 0");

            migrationBuilder.CreateIndex(
                name: "ix_payments_tenant_id_received_on_id",
                schema: "payments",
                table: "payments",
                columns: new[] { "tenant_id", "received_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_tenant_id_reference",
                schema: "payments",
                table: "payments",
                columns: new[] { "tenant_id", "reference" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_tenant_id_search_name",
                schema: "payments",
                table: "payments",
                columns: new[] { "tenant_id", "search_name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "moves",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "parts",
                schema: "payments");

            migrationBuilder.DropTable(
                name: "payments",
                schema: "payments");
        }
    }
}
