using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RestResources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "marks",
                schema: "customers",
                table: "products",
                type: "varchar(850)",
                unicode: false,
                maxLength: 850,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "metadata",
                schema: "customers",
                table: "products",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "marks",
                schema: "invoicing",
                table: "invoices",
                type: "varchar(850)",
                unicode: false,
                maxLength: 850,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "metadata",
                schema: "invoicing",
                table: "invoices",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "marks",
                schema: "invoicing",
                table: "drafts",
                type: "varchar(850)",
                unicode: false,
                maxLength: 850,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "search_name",
                schema: "invoicing",
                table: "drafts",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "marks",
                schema: "customers",
                table: "customers",
                type: "varchar(850)",
                unicode: false,
                maxLength: 850,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_tenant_id_search_name",
                schema: "invoicing",
                table: "drafts",
                columns: new[] { "tenant_id", "search_name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_drafts_tenant_id_search_name",
                schema: "invoicing",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "marks",
                schema: "customers",
                table: "products");

            migrationBuilder.DropColumn(
                name: "metadata",
                schema: "customers",
                table: "products");

            migrationBuilder.DropColumn(
                name: "marks",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "metadata",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "marks",
                schema: "invoicing",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "search_name",
                schema: "invoicing",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "marks",
                schema: "customers",
                table: "customers");
        }
    }
}
