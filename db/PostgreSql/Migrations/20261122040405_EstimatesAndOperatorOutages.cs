using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class EstimatesAndOperatorOutages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_test",
                schema: "fiscal",
                table: "provider_health",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_test",
                schema: "fiscal",
                table: "outages",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "waits_for",
                schema: "fiscal",
                table: "filings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "keeps",
                schema: "sync",
                table: "batch_rows",
                type: "character varying(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "estimates_in_books",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    estimate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    number = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    gate = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: true),
                    mark = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    candidate = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    standing = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    under_way = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: true),
                    invoiced_as = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_estimates_in_books", x => new { x.tenant_id, x.estimate_id });
                });

            migrationBuilder.CreateTable(
                name: "operator_outages",
                schema: "fiscal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_test = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operator_outages", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_estimates_in_books_tenant_id_gate",
                schema: "fiscal",
                table: "estimates_in_books",
                columns: new[] { "tenant_id", "gate" },
                unique: true,
                filter: "gate is not null");

            migrationBuilder.CreateIndex(
                name: "ix_estimates_in_books_tenant_id_provider_number",
                schema: "fiscal",
                table: "estimates_in_books",
                columns: new[] { "tenant_id", "provider", "number" },
                unique: true,
                filter: "number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_operator_outages_from",
                schema: "fiscal",
                table: "operator_outages",
                column: "from");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "estimates_in_books",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "operator_outages",
                schema: "fiscal");

            migrationBuilder.DropColumn(
                name: "is_test",
                schema: "fiscal",
                table: "provider_health");

            migrationBuilder.DropColumn(
                name: "is_test",
                schema: "fiscal",
                table: "outages");

            migrationBuilder.DropColumn(
                name: "waits_for",
                schema: "fiscal",
                table: "filings");

            migrationBuilder.DropColumn(
                name: "keeps",
                schema: "sync",
                table: "batch_rows");
        }
    }
}
