using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Mails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "about",
                schema: "messaging",
                table: "mails",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answer",
                schema: "messaging",
                table: "mails",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cc",
                schema: "messaging",
                table: "mails",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "messaging",
                table: "mails",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "Notice");

            migrationBuilder.AddColumn<string>(
                name: "problem",
                schema: "messaging",
                table: "mails",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "queued_at",
                schema: "messaging",
                table: "mails",
                type: "datetimeoffset",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "sender",
                schema: "messaging",
                table: "mails",
                type: "varchar(64)",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "tries",
                schema: "messaging",
                table: "mails",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "sent_at",
                schema: "invoicing",
                table: "invoices",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "undelivered_at",
                schema: "invoicing",
                table: "invoices",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mail_templates",
                schema: "messaging",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    html = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_templates", x => new { x.tenant_id, x.name });
                });

            migrationBuilder.CreateIndex(
                name: "ix_mails_tenant_id_about",
                schema: "messaging",
                table: "mails",
                columns: new[] { "tenant_id", "about" });

            migrationBuilder.CreateIndex(
                name: "ix_mails_tenant_id_created_at_id",
                schema: "messaging",
                table: "mails",
                columns: new[] { "tenant_id", "created_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_templates",
                schema: "messaging");

            migrationBuilder.DropIndex(
                name: "ix_mails_tenant_id_about",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_mails_tenant_id_created_at_id",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "about",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "answer",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "cc",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "problem",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "queued_at",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "sender",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "tries",
                schema: "messaging",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "sent_at",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "undelivered_at",
                schema: "invoicing",
                table: "invoices");
        }
    }
}
