using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class RestV1 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "webhooks");

            migrationBuilder.AddColumn<string>(
                name: "buyer_email",
                schema: "invoicing",
                table: "invoices",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "buyer_name",
                schema: "invoicing",
                table: "invoices",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                schema: "invoicing",
                table: "invoices",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<decimal>(
                name: "due",
                schema: "invoicing",
                table: "invoices",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<Guid>(
                name: "made_by",
                schema: "access",
                table: "api_keys",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "feed",
                schema: "webhooks",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false),
                    object_type = table.Column<string>(type: "character varying(50)", unicode: false, maxLength: 50, nullable: false),
                    object_id = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    object_sequence = table.Column<long>(type: "bigint", nullable: false),
                    data = table.Column<string>(type: "character varying(65536)", maxLength: 65536, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed", x => new { x.tenant_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "feed_heads",
                schema: "webhooks",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(16)", unicode: false, maxLength: 16, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_heads", x => new { x.tenant_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "repeatable_calls",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    runner = table.Column<Guid>(type: "uuid", nullable: false),
                    lease_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_committed = table.Column<bool>(type: "boolean", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repeatable_calls", x => new { x.tenant_id, x.id });
                });

            // What lists search by is read out of the documents there are. The wall hides every row from the owner of the table too, so it is opened for this one statement.
            migrationBuilder.Sql("""
                alter table invoicing.invoices no force row level security;
                update invoicing.invoices set buyer_name = upper(left(document #>> '{buyer,name}', 255)), buyer_email = upper(left(coalesce(document #>> '{buyer,email}', ''), 255)),
                    due = cast(document #>> '{totals,payable}' as numeric), changed_at = made_at;
                alter table invoicing.invoices force row level security;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_buyer_email",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "buyer_email" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_buyer_name",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "buyer_name" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_issued_on_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_made_at_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_tenant_id_at",
                schema: "kernel",
                table: "events",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_feed_tenant_id_at",
                schema: "webhooks",
                table: "feed",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_feed_tenant_id_event_id",
                schema: "webhooks",
                table: "feed",
                columns: new[] { "tenant_id", "event_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feed_tenant_id_object_id_object_sequence",
                schema: "webhooks",
                table: "feed",
                columns: new[] { "tenant_id", "object_id", "object_sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_repeatable_calls_tenant_id_begun_at",
                schema: "access",
                table: "repeatable_calls",
                columns: new[] { "tenant_id", "begun_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feed",
                schema: "webhooks");

            migrationBuilder.DropTable(
                name: "feed_heads",
                schema: "webhooks");

            migrationBuilder.DropTable(
                name: "repeatable_calls",
                schema: "access");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_buyer_email",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_buyer_name",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_issued_on_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_made_at_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_events_tenant_id_at",
                schema: "kernel",
                table: "events");

            migrationBuilder.DropColumn(
                name: "buyer_email",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "buyer_name",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "changed_at",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "due",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "made_by",
                schema: "access",
                table: "api_keys");
        }
    }
}
