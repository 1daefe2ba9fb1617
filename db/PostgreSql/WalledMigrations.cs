using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace InvoiceSync.PostgreSql;

/// <summary>
/// The third wall, built with every table: forced row-level security for each table whose key leads with the tenant, and
/// grants for the two roles that are not the owner. No migration can forget it, and the schema script shows it.
/// </summary>
#pragma warning disable EF1001 // the generator's only constructor takes the provider's singleton options
public sealed class WalledMigrations(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    const string Roles = """
        do $roles$ begin
            if not exists (select from pg_roles where rolname = 'invoicesync_app') then create role invoicesync_app nologin; end if;
            if not exists (select from pg_roles where rolname = 'invoicesync_platform') then create role invoicesync_platform nologin; end if;
        end $roles$;
        """;

    // Only ever added to. Entries of the log and of the ledger not even that: functions of their own write them and keep heads, balances and the sums of reports.
    static readonly string[] Evidence = ["audit.entries", "audit.log", "audit.checkpoints", "kernel.events", "ledger.entries", "ledger.lines", "payments.moves", "payments.parts"];
    static readonly string[] ByFunctionOnly =
    [
        "audit.log", "audit.heads", "audit.archives", "ledger.entries", "ledger.lines", "ledger.balances", "invoicing.sales_days", "invoicing.tax_days", "invoicing.due_days",
        "invoicing.customer_months", "invoicing.product_months", "payments.payment_days",
    ];

    protected override void Generate(EnsureSchemaOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        base.Generate(operation, model, builder);
        builder.AppendLine(Roles).EndCommand();
        builder.AppendLine($"grant usage on schema {operation.Name} to invoicesync_app, invoicesync_platform;").EndCommand();
    }

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        var table = $"{operation.Schema}.{operation.Name}";
        var isParted = table == "audit.log";
        base.Generate(operation, model, builder, terminate && !isParted);
        if (isParted) builder.AppendLine(" partition by range (created_at);").EndCommand();
        if (table == "kernel.migrations") return; // the owner's alone
        var isEvidence = Evidence.Contains(table);
        var roles = table == "access.protection_keys" ? "invoicesync_platform" : "invoicesync_app, invoicesync_platform";
        builder.AppendLine($"grant {Rights(table)} on {table} to {roles};").EndCommand();
        if (isEvidence) AppendOnly(table, operation, builder);
        if (operation.PrimaryKey?.Columns[0] != "tenant_id") return;

        // nullif: after a commit the setting is an empty string, not null. No tenant, no rows.
        const string mine = "tenant_id = nullif(current_setting('app.tenant', true), '')::uuid";
        builder.AppendLine($"alter table {table} enable row level security;").EndCommand();
        builder.AppendLine($"alter table {table} force row level security;").EndCommand();
        builder.AppendLine($"create policy tenant_wall on {table} using ({mine}) with check ({mine});").EndCommand();
        builder.AppendLine($"create policy platform_passage on {table} to invoicesync_platform using (true) with check (true);").EndCommand();
    }

    static string Rights(string table) =>
        ByFunctionOnly.Contains(table) ? "select" : Evidence.Contains(table) ? "select, insert" : "select, insert, update, delete";

    // Evidence is only ever added: roles hold no other right, and triggers stop even the owner's plain statements.
    static void AppendOnly(string table, CreateTableOperation operation, MigrationCommandListBuilder builder)
    {
        builder.AppendLine($"""
            create or replace function {operation.Schema}.refuse_change() returns trigger language plpgsql as
            $refuse$ begin raise exception 'rows of % are only ever added', tg_table_name; end $refuse$;
            """).EndCommand();
        builder.AppendLine($"create trigger {operation.Name}_rows before update or delete on {table} for each row execute function {operation.Schema}.refuse_change();").EndCommand();
        builder.AppendLine($"create trigger {operation.Name}_all before truncate on {table} for each statement execute function {operation.Schema}.refuse_change();").EndCommand();
        builder.AppendLine($"alter table {table} enable always trigger {operation.Name}_rows;").EndCommand();
        builder.AppendLine($"alter table {table} enable always trigger {operation.Name}_all;").EndCommand();
    }
}
