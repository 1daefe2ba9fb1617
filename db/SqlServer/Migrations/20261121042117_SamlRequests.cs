using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SamlRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sso_requests",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    id = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    browser_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    return_path = table.Column<string>(type: "nvarchar(2048)", maxLength: 2048, nullable: true),
                    intent = table.Column<string>(type: "varchar(128)", unicode: false, maxLength: 128, nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sso_requests", x => new { x.tenant_id, x.id });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sso_requests",
                schema: "access");
        }
    }
}
