using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
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
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    first_seq = table.Column<long>(type: "bigint", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    head = table.Column<byte[]>(type: "bytea", nullable: false),
                    frontier = table.Column<byte[]>(type: "bytea", nullable: false),
                    root = table.Column<byte[]>(type: "bytea", nullable: false),
                    file = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dropped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    file_deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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

            migrationBuilder.Sql(ArchiveSql.MakeMonth);
            migrationBuilder.Sql(ArchiveSql.NoteArchived);
            migrationBuilder.Sql(ArchiveSql.DropMonth);
            migrationBuilder.Sql(ArchiveSql.NoteFileDeleted);
            migrationBuilder.Sql(ArchiveSql.IndexWords);
            migrationBuilder.Sql(ArchiveSql.FindWords);
            migrationBuilder.Sql(ArchiveSql.Rights);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function audit.note_archived; drop function audit.drop_month; drop function audit.note_file_deleted; drop function audit.index_words; drop function audit.find_words;");

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
