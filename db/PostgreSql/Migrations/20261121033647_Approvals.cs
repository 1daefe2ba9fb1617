using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Approvals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "approval_rules",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    above = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    currency = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true),
                    customer = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    creator = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_rules", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "approvals",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    subject = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    revision = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    currency = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    amount_in_ron = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    customer = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    creator = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    state = table.Column<string>(type: "character varying(32)", unicode: false, maxLength: 32, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approvals", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "ownership_offers",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<Guid>(type: "uuid", nullable: false),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ownership_offers", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_approvals_tenant_id_kind_subject_revision",
                schema: "access",
                table: "approvals",
                columns: new[] { "tenant_id", "kind", "subject", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_approvals_tenant_id_state_asked_at",
                schema: "access",
                table: "approvals",
                columns: new[] { "tenant_id", "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ownership_offers_tenant_id",
                schema: "access",
                table: "ownership_offers",
                column: "tenant_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approval_rules",
                schema: "access");

            migrationBuilder.DropTable(
                name: "approvals",
                schema: "access");

            migrationBuilder.DropTable(
                name: "ownership_offers",
                schema: "access");
        }
    }
}
