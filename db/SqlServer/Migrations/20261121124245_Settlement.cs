using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace InvoiceSync.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Settlement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "due",
                schema: "invoicing",
                table: "invoices",
                newName: "open");

            migrationBuilder.AddColumn<decimal>(
                name: "credited",
                schema: "invoicing",
                table: "invoices",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "customer_key",
                schema: "invoicing",
                table: "invoices",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                schema: "invoicing",
                table: "invoices",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<decimal>(
                name: "written_off",
                schema: "invoicing",
                table: "invoices",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "open_ron",
                schema: "invoicing",
                table: "invoices",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "paid",
                schema: "invoicing",
                table: "invoices",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "payment",
                schema: "invoicing",
                table: "invoices",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""
                alter security policy [invoicing].[invoices_wall] with (state = off);
                exec(N'update [invoicing].[invoices] set [due_on] = coalesce(cast(json_value([document], ''$.dueOn'') as date), [issued_on]), [paid] = cast(json_value([document], ''$.totals.paid'') as decimal(19, 4)), [open] = [total] - cast(json_value([document], ''$.totals.paid'') as decimal(19, 4));');
                exec(N'update i set [open_ron] = round(i.[total] * r.[rate], 2) - round(i.[paid] * r.[rate], 2), [payment] = case when i.[open] = 0 then ''Paid'' when i.[paid] = 0 then ''Unpaid'' else ''PartiallyPaid'' end, [customer_key] = case when json_value(i.[document], ''$.buyer.kind'') = ''Company'' and len(r.[number]) between 1 and 64 then concat(json_value(i.[document], ''$.buyer.address.country''), '':'', upper(r.[number])) end from [invoicing].[invoices] i cross apply (select case when i.[currency] = ''RON'' then 1 else coalesce(cast(json_value(i.[document], ''$.vatInRon.rate'') as decimal(18, 8)), 1) end as [rate], coalesce(json_value(i.[document], ''$.buyer.vatId''), json_value(i.[document], ''$.buyer.legalId'')) as [number]) r;');
                alter security policy [invoicing].[invoices_wall] with (state = on);
                """);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_customer_key_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "customer_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_due_on_id",
                schema: "invoicing",
                table: "invoices",
                columns: new[] { "tenant_id", "due_on", "id" },
                filter: "\"open\" <> 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_invoices_settlement",
                schema: "invoicing",
                table: "invoices",
                sql: "\"open\" = total - paid - credited - written_off and (\"open\" <> 0 or open_ron = 0) and (\n(total >= 0 and paid >= 0 and credited >= 0 and written_off >= 0 and \"open\" >= 0) or\n(total <= 0 and paid <= 0 and credited <= 0 and written_off <= 0 and \"open\" <= 0))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_customer_key_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_invoices_tenant_id_due_on_id",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropCheckConstraint(
                name: "ck_invoices_settlement",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "credited",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "customer_key",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "due_on",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "written_off",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "open_ron",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "paid",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.DropColumn(
                name: "payment",
                schema: "invoicing",
                table: "invoices");

            migrationBuilder.RenameColumn(
                name: "open",
                schema: "invoicing",
                table: "invoices",
                newName: "due");
        }
    }
}
