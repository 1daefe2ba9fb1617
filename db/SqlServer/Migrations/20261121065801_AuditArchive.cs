using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AuditArchive : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_log_tenant_id_status_created_at_id",
                schema: "audit",
                table: "log");

            migrationBuilder.CreateTable(
                name: "archives",
                schema: "audit",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    first_seq = table.Column<long>(type: "bigint", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    head = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    frontier = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    root = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    file = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    digest = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    dropped_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    file_deleted_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archives", x => new { x.tenant_id, x.month });
                });

            migrationBuilder.CreateIndex(
                name: "ix_log_tenant_id_status_created_at_id",
                schema: "audit",
                table: "log",
                columns: new[] { "tenant_id", "status", "created_at", "id" },
                filter: "status <> 'ok'");

            foreach (var statement in ArchiveSql.Create) migrationBuilder.Sql(statement);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop procedure [audit].[note_archived]; drop procedure [audit].[drop_month]; drop procedure [audit].[note_file_deleted];");

            migrationBuilder.DropTable(
                name: "archives",
                schema: "audit");

            migrationBuilder.DropIndex(
                name: "ix_log_tenant_id_status_created_at_id",
                schema: "audit",
                table: "log");

            migrationBuilder.CreateIndex(
                name: "ix_log_tenant_id_status_created_at_id",
                schema: "audit",
                table: "log",
                columns: new[] { "tenant_id", "status", "created_at", "id" });
        }
    }
}
