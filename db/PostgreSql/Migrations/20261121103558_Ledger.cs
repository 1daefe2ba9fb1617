using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "ledger");

            migrationBuilder.CreateTable(
                name: "accounts",
                schema: "ledger",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    code = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => new { x.tenant_id, x.role });
                });

            migrationBuilder.CreateTable(
                name: "balances",
                schema: "ledger",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    currency = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    debit = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    credit = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ron_debit = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ron_credit = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_balances", x => new { x.tenant_id, x.account, x.currency, x.month });
                });

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "ledger",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    rate = table.Column<decimal>(type: "numeric(18,8)", precision: 18, scale: 8, nullable: true),
                    rate_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rate_source = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    source = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    source_id = table.Column<string>(type: "character varying(128)", unicode: false, maxLength: 128, nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    memo = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ron = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    line_count = table.Column<int>(type: "integer", nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    posted_by = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    reverses = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "lines",
                schema: "ledger",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    no = table.Column<int>(type: "integer", nullable: false),
                    account = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    side = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    ron = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    currency = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    customer_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    customer_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    detail = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lines", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_lines_tenant_id_entry_id",
                        columns: x => new { x.tenant_id, x.entry_id },
                        principalSchema: "ledger",
                        principalTable: "entries",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_entries_tenant_id_reverses",
                schema: "ledger",
                table: "entries",
                columns: new[] { "tenant_id", "reverses" });

            migrationBuilder.CreateIndex(
                name: "ix_entries_tenant_id_source_source_id_kind",
                schema: "ledger",
                table: "entries",
                columns: new[] { "tenant_id", "source", "source_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lines_tenant_id_account_date_id",
                schema: "ledger",
                table: "lines",
                columns: new[] { "tenant_id", "account", "date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_lines_tenant_id_customer_key_date_id",
                schema: "ledger",
                table: "lines",
                columns: new[] { "tenant_id", "customer_key", "date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_lines_tenant_id_date",
                schema: "ledger",
                table: "lines",
                columns: new[] { "tenant_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_lines_tenant_id_entry_id_no",
                schema: "ledger",
                table: "lines",
                columns: new[] { "tenant_id", "entry_id", "no" },
                unique: true);

            migrationBuilder.Sql(LedgerSql.Checks);
            migrationBuilder.Sql(LedgerSql.Post);
            migrationBuilder.Sql(LedgerSql.RollUp);
            migrationBuilder.Sql(LedgerSql.Balanced);
            migrationBuilder.Sql(LedgerSql.Rights);
            migrationBuilder.Sql(LedgerSql.Backfill);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function ledger.post;");

            migrationBuilder.DropTable(
                name: "accounts",
                schema: "ledger");

            migrationBuilder.DropTable(
                name: "balances",
                schema: "ledger");

            migrationBuilder.DropTable(
                name: "lines",
                schema: "ledger");

            migrationBuilder.DropTable(
                name: "entries",
                schema: "ledger");
        }
    }
}
