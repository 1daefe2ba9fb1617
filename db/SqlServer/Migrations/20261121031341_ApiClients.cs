using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ApiClients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "addresses",
                schema: "access",
                table: "api_keys",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "answered_by",
                schema: "access",
                table: "api_keys",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "disabled_at",
                schema: "access",
                table: "api_keys",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "expires_at",
                schema: "access",
                table: "api_keys",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "last_used_from",
                schema: "access",
                table: "api_keys",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "old_secret_ends_at",
                schema: "access",
                table: "api_keys",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "old_secret_hash",
                schema: "access",
                table: "api_keys",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scopes",
                schema: "access",
                table: "api_keys",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            // Keys had the rights of a role; now they have permissions of their own. Managing people and the subscription was never theirs.
            // The wall hides every row from the owner of the table too, so it is opened for this one statement.
            migrationBuilder.Sql("""
                alter security policy [access].[api_keys_wall] with (state = off);
                exec(N'update [access].[api_keys] set [scopes] = case [role] when N''Owner'' then N''["approve","audit.read","customer.create","customer.delete","customer.read","customer.update","export","fiscal.file","integration.manage","invoice.create","invoice.delete","invoice.draft","invoice.read.all","invoice.send","invoice.update.all","invoice.void","payment.create","payment.read","payment.refund","product.create","product.delete","product.read","product.update","reconcile","report.view","settings.manage"]'' else N''["customer.read","invoice.read.all","payment.read","product.read","report.view"]'' end;');
                alter security policy [access].[api_keys_wall] with (state = on);
                """);

            migrationBuilder.DropColumn(
                name: "role",
                schema: "access",
                table: "api_keys");

            migrationBuilder.CreateTable(
                name: "api_key_days",
                schema: "access",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    calls = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_key_days", x => new { x.tenant_id, x.key_id, x.day });
                    table.ForeignKey(
                        name: "fk_api_key_days_tenant_id_key_id",
                        columns: x => new { x.tenant_id, x.key_id },
                        principalSchema: "access",
                        principalTable: "api_keys",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "secret_reads",
                schema: "tenancy",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    holder = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    reader = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    hour = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secret_reads", x => new { x.tenant_id, x.holder, x.reader, x.hour });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_key_days",
                schema: "access");

            migrationBuilder.DropTable(
                name: "secret_reads",
                schema: "tenancy");

            migrationBuilder.DropColumn(
                name: "addresses",
                schema: "access",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "answered_by",
                schema: "access",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "disabled_at",
                schema: "access",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "expires_at",
                schema: "access",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "last_used_from",
                schema: "access",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "old_secret_ends_at",
                schema: "access",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "old_secret_hash",
                schema: "access",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "scopes",
                schema: "access",
                table: "api_keys");

            migrationBuilder.AddColumn<string>(
                name: "role",
                schema: "access",
                table: "api_keys",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "");
        }
    }
}
