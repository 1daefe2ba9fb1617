using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class BackfillKeeps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "keeps",
                schema: "sync",
                table: "batch_rows",
                type: "character varying(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "keeps",
                schema: "sync",
                table: "batch_rows");
        }
    }
}
