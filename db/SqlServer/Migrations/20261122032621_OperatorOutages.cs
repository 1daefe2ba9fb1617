using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OperatorOutages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_test",
                schema: "fiscal",
                table: "provider_health",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_test",
                schema: "fiscal",
                table: "outages",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "operator_outages",
                schema: "fiscal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    is_test = table.Column<bool>(type: "bit", nullable: false),
                    source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_operator_outages", x => x.id);
                });

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
        }
    }
}
