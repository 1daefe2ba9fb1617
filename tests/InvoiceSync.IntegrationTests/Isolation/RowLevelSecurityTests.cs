using InvoiceSync.IntegrationTests.Databases;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>The third wall, asked in plain SQL: nothing of ours stands between the question and the database.</summary>
[Collection(TwoCompaniesTests.Name)]
public sealed class RowLevelSecurityTests(TwoCompanies two)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_tenant_table_holds_rows_of_A_so_that_seeing_none_means_something()
    {
        var ready = await two.Ready();
        await using var platform = await TenantTables.Open(ready.Database.Platform);
        var empty = new List<string>();
        foreach (var table in TenantTables.Names(ready.Portal.Services))
            if (await TenantTables.Count(platform, table, $"tenant_id = '{ready.A.Id.Value}'") == 0) empty.Add(table);
        Assert.Empty(empty);
    }

    [Fact]
    public async Task The_application_without_a_tenant_sees_no_row_of_any_tenant_table()
    {
        var ready = await two.Ready();
        await using var app = await TenantTables.Open(ready.Database.App);
        foreach (var table in TenantTables.Names(ready.Portal.Services)) Assert.Equal((table, 0L), (table, await TenantTables.Count(app, table)));
    }

    [Fact]
    public async Task With_the_tenant_of_B_only_rows_of_B_are_seen()
    {
        var ready = await two.Ready();
        await using var app = await TenantTables.Open(ready.Database.App, ready.B.Id);
        foreach (var table in TenantTables.Names(ready.Portal.Services))
            Assert.Equal((table, 0L), (table, await TenantTables.Count(app, table, $"tenant_id <> '{ready.B.Id.Value}'")));
        Assert.Equal(2, await TenantTables.Count(app, "sync.sales"));
    }

    [Fact]
    public async Task As_B_no_row_can_be_written_in_the_name_of_A_nor_given_to_A()
    {
        var ready = await two.Ready();
        await using var app = await TenantTables.Open(ready.Database.App, ready.B.Id);
        foreach (var table in TenantTables.Names(ready.Portal.Services))
        {
            var columns = await Columns(app, table);
            var values = string.Join(", ", columns.Select(c => c == "tenant_id" ? $"'{ready.A.Id.Value}'" : $"t.{c}"));
            var insert = $"insert into {table} ({string.Join(", ", columns)}) select {values} from (select (jsonb_populate_record(null::{table}, '{{}}')).*) t";
            Assert.Equal((table, PostgresErrorCodes.InsufficientPrivilege), (table, await Refusal(app, insert)));
        }

        var gift = $"update sync.sales set tenant_id = '{ready.A.Id.Value}'";
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refusal(app, gift));
    }

    [Fact]
    public async Task As_B_neither_update_nor_delete_reaches_a_row_of_A()
    {
        var ready = await two.Ready();
        await using var app = await TenantTables.Open(ready.Database.App, ready.B.Id);
        await using var transaction = await app.BeginTransactionAsync(Ct);
        foreach (var table in TenantTables.Names(ready.Portal.Services).Where(t => !Evidence.Contains(t) && !ByFunctionOnly.Contains(t)))
        {
            await using var delete = new NpgsqlCommand($"delete from {table} where tenant_id = '{ready.A.Id.Value}'", app, transaction);
            Assert.Equal((table, 0), (table, await delete.ExecuteNonQueryAsync(Ct)));
            await using var update = new NpgsqlCommand($"update {table} set tenant_id = tenant_id where tenant_id = '{ready.A.Id.Value}'", app, transaction);
            Assert.Equal((table, 0), (table, await update.ExecuteNonQueryAsync(Ct)));
        }
    }

    [Fact]
    public async Task Neither_role_is_superuser_passes_policies_or_owns_a_table()
    {
        var ready = await two.Ready();
        const string strong = "select count(*) from pg_roles where rolname in ('invoicesync_app', 'invoicesync_platform') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)";
        const string owned = "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('invoicesync_app', 'invoicesync_platform')";
        const string members = "select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname in ('invoicesync_app', 'invoicesync_platform')";
        foreach (var sql in (string[])[strong, owned, members]) Assert.Equal(0L, await Database.Ask(ready.Database.Owner, sql, Ct));
    }

    [Fact]
    public async Task Every_table_that_leads_with_the_tenant_forces_its_policies_and_the_model_knows_it()
    {
        var ready = await two.Ready();
        const string walled = """
            select coalesce(string_agg(n.nspname || '.' || c.relname, ',' order by n.nspname || '.' || c.relname collate "C"), '') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity
              and (select count(*) from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null) >= 2
            """;
        Assert.Equal(string.Join(',', TenantTables.Names(ready.Portal.Services)), await Database.Ask(ready.Database.Owner, walled, Ct));
    }

    [Fact]
    public async Task Tables_with_a_tenant_column_and_no_wall_are_the_ones_we_know()
    {
        var ready = await two.Ready();
        const string open = """
            select coalesce(string_agg(n.nspname || '.' || c.relname, ',' order by c.relname), '') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relkind = 'r' and not c.relrowsecurity
            """;
        // Which companies a person may choose from, and whose an e-mail domain is, is asked before a company is chosen.
        Assert.Equal("access.memberships,access.sso_domain_owners", await Database.Ask(ready.Database.Owner, open, Ct));
    }

    [Theory]
    [InlineData("update {0} set tenant_id = tenant_id")]
    [InlineData("delete from {0}")]
    [InlineData("truncate {0}")]
    public async Task Evidence_is_not_changed_even_by_its_owner(string change)
    {
        var ready = await two.Ready();
        foreach (var table in Evidence)
        {
            // The owner is fenced too; in the tenant's name it sees the rows it may not touch.
            await using var owner = await TenantTables.Open(ready.Database.Owner, ready.A.Id);
            await using var platform = await TenantTables.Open(ready.Database.Platform);
            var sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, change, table);
            Assert.Equal((table, PostgresErrorCodes.RaiseException), (table, await Refusal(owner, sql)));
            Assert.Equal((table, PostgresErrorCodes.InsufficientPrivilege), (table, await Refusal(platform, sql)));
        }
    }

    static readonly string[] ByFunctionOnly =
    [
        "audit.heads", "audit.archives", "ledger.entries", "ledger.balances", "invoicing.sales_days", "invoicing.tax_days", "invoicing.due_days", "invoicing.customer_months", "invoicing.product_months",
        "payments.payment_days",
    ];

    static readonly string[] Evidence = ["audit.log", "audit.checkpoints", "kernel.events", "ledger.lines", "payments.moves", "payments.parts"];

    static async Task<string?> Refusal(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return (await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(Ct)) as PostgresException)?.SqlState;
    }

    static async Task<IReadOnlyList<string>> Columns(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand($"select quote_ident(attname) from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped", connection);
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var columns = new List<string>();
        while (await rows.ReadAsync(Ct)) columns.Add(rows.GetString(0));
        return columns;
    }
}
