using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class FilingComplete : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "read_to",
                schema: "sync",
                table: "timetable_cursors",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "failing_since",
                schema: "fiscal",
                table: "provider_health",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "held_until",
                schema: "fiscal",
                table: "filings",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kept_because",
                schema: "fiscal",
                table: "filings",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "standing",
                schema: "fiscal",
                table: "filings",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "Stands");

            migrationBuilder.AddColumn<string>(
                name: "under_way",
                schema: "fiscal",
                table: "filings",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "files_companies_abroad",
                schema: "fiscal",
                table: "filing_settings",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "hold_hours",
                schema: "fiscal",
                table: "filing_settings",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "keeps_persons_abroad",
                schema: "fiscal",
                table: "filing_settings",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "foreign",
                schema: "fiscal",
                table: "filing_attempts",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_processing",
                schema: "fiscal",
                table: "filing_attempts",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "authorization_warnings",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    step = table.Column<int>(type: "int", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authorization_warnings", x => new { x.tenant_id, x.ends_on, x.step });
                });

            migrationBuilder.CreateTable(
                name: "call_lines",
                schema: "fiscal",
                columns: table => new
                {
                    id = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    free_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_lines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "news_posts",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "varchar(120)", unicode: false, maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    body = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    state = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    tries = table.Column<int>(type: "int", nullable: false),
                    tried_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    status = table.Column<int>(type: "int", nullable: true),
                    problem = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_posts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "outages",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    provider = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    is_observed = table.Column<bool>(type: "bit", nullable: false),
                    source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outages", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "payments_told",
                schema: "fiscal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    total_there = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    paid_there = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_told", x => new { x.tenant_id, x.invoice_id });
                });

            migrationBuilder.CreateTable(
                name: "refused_guesses",
                schema: "sync",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "nvarchar(265)", maxLength: 265, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refused_guesses", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "payment_tellings",
                schema: "fiscal",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    payment = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_wanted = table.Column<bool>(type: "bit", nullable: false),
                    state = table.Column<string>(type: "varchar(32)", unicode: false, maxLength: 32, nullable: false),
                    called_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    mark = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_tellings", x => new { x.tenant_id, x.invoice_id, x.number });
                    table.ForeignKey(
                        name: "fk_payment_tellings_tenant_id_invoice_id",
                        columns: x => new { x.tenant_id, x.invoice_id },
                        principalSchema: "fiscal",
                        principalTable: "payments_told",
                        principalColumns: new[] { "tenant_id", "invoice_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_tenant_id_created_at",
                schema: "sync",
                table: "news_posts",
                columns: new[] { "tenant_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_tenant_id_key",
                schema: "sync",
                table: "news_posts",
                columns: new[] { "tenant_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outages_tenant_id_from",
                schema: "fiscal",
                table: "outages",
                columns: new[] { "tenant_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_tellings_tenant_id_invoice_id",
                schema: "fiscal",
                table: "payment_tellings",
                columns: new[] { "tenant_id", "invoice_id" },
                unique: true,
                filter: "state = 'Calling'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "authorization_warnings",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "call_lines",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "news_posts",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "outages",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "payment_tellings",
                schema: "fiscal");

            migrationBuilder.DropTable(
                name: "refused_guesses",
                schema: "sync");

            migrationBuilder.DropTable(
                name: "payments_told",
                schema: "fiscal");

            migrationBuilder.DropColumn(
                name: "read_to",
                schema: "sync",
                table: "timetable_cursors");

            migrationBuilder.DropColumn(
                name: "failing_since",
                schema: "fiscal",
                table: "provider_health");

            migrationBuilder.DropColumn(
                name: "held_until",
                schema: "fiscal",
                table: "filings");

            migrationBuilder.DropColumn(
                name: "kept_because",
                schema: "fiscal",
                table: "filings");

            migrationBuilder.DropColumn(
                name: "standing",
                schema: "fiscal",
                table: "filings");

            migrationBuilder.DropColumn(
                name: "under_way",
                schema: "fiscal",
                table: "filings");

            migrationBuilder.DropColumn(
                name: "files_companies_abroad",
                schema: "fiscal",
                table: "filing_settings");

            migrationBuilder.DropColumn(
                name: "hold_hours",
                schema: "fiscal",
                table: "filing_settings");

            migrationBuilder.DropColumn(
                name: "keeps_persons_abroad",
                schema: "fiscal",
                table: "filing_settings");

            migrationBuilder.DropColumn(
                name: "foreign",
                schema: "fiscal",
                table: "filing_attempts");

            migrationBuilder.DropColumn(
                name: "is_processing",
                schema: "fiscal",
                table: "filing_attempts");
        }
    }
}
