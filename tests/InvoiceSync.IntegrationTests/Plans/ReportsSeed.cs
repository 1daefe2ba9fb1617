using System.Globalization;
using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Plans;

/// <summary>
/// Issued invoices by insert … select over three years: half of them one company's, the rest of twenty others; every fifth in EUR,
/// every seventh not paid. Counted at the end, as the migration counts old ones. The benchmarks plant the same.
/// </summary>
static class ReportsSeed
{
    const int Others = 20;

    const string Insert = """
        insert into invoicing.invoices (tenant_id, id, source, source_account, live, source_kind, source_id, number, issued_on, currency, total, document, made_at, is_filed,
            buyer_name, buyer_email, changed_at, version, due_on, paid, credited, written_off, open, open_ron, payment, customer_key)
        select $1, gen_random_uuid(), case n % 3 when 0 then 'own' else 'stripe' end, 'acct_bench', true, 'invoice', 'in_' || n, 'F' || n, x.day, x.money, 121, jsonb_build_object(
                'number', 'F' || n, 'issuedOn', x.day, 'dueOn', x.day + 30, 'currency', x.money, 'seller', '{}'::jsonb, 'lines', jsonb_build_array(jsonb_build_object('name', 'Product ' || n % 300, 'unit', 'H87', 'quantity', 1, 'net', 100)),
                'buyer', jsonb_build_object('kind', 'Company', 'name', 'Client ' || n % 5000 || ' SRL', 'legalId', (n % 5000)::text),
                'vat', jsonb_build_array(jsonb_build_object('category', 'S', 'rate', case n % 4 when 0 then 11 else 21 end, 'taxableAmount', 100, 'tax', 21)),
                'totals', jsonb_build_object('lineNet', 100, 'allowances', 0, 'taxExclusive', 100, 'vat', 21, 'taxInclusive', 121, 'paid', 0, 'payable', 121),
                'vatInRon', case x.money when 'EUR' then jsonb_build_object('amount', 105, 'rate', 5, 'rateOn', x.day, 'source', 'BNR') end),
            now(), false, 'CLIENT ' || n % 5000 || ' SRL', '', now(), 1, x.day + 30, case n % 7 when 0 then 0 else 121 end, 0, 0, case n % 7 when 0 then 121 else 0 end,
            case n % 7 when 0 then 121 * x.rate else 0 end, case n % 7 when 0 then 'Unpaid' else 'Paid' end, 'RO:' || n % 5000
        from generate_series($2, $3) n
        cross join lateral (select date '2024-01-01' + n % 1050 as day, case n % 5 when 0 then 'EUR' else 'RON' end as money, case n % 5 when 0 then 5 else 1 end as rate) x
        """;

    const int AtOnce = 50_000;

    /// <summary>The companies, that with half of the invoices first.</summary>
    public static async Task<IReadOnlyList<TenantId>> Plant(string owner, int rows, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var connection = await source.OpenConnectionAsync(ct);
        await Run("alter table invoicing.invoices disable trigger invoices_roll_up; alter table invoicing.invoices disable trigger invoices_roll_up_due; alter table invoicing.invoices disable trigger invoices_roll_up_sold");
        TenantId[] companies = [.. Enumerable.Range(0, Others + 1).Select(_ => new TenantId(Guid.CreateVersion7()))];
        foreach (var (company, at) in companies.Select((company, at) => (company, at)))
        {
            var id = company.Value.ToString("D", CultureInfo.InvariantCulture);
            await Run($"insert into tenancy.tenants (id, slug, name, mode, zone, created_at) values ('{id}', 'seeded-{at}', 'Seeded', 'Practice', 'Europe/Bucharest', now()); select set_config('app.tenant', '{id}', false)");
            var many = rows / 2 / (at == 0 ? 1 : Others);
            for (var first = 1; first <= many; first += AtOnce) await Run(Insert, company.Value, first, Math.Min(first + AtOnce - 1, many));
            await Run($"select invoicing.recount_reports('{id}'), invoicing.recount_sold('{id}')");
        }

        await Run("alter table invoicing.invoices enable always trigger invoices_roll_up; alter table invoicing.invoices enable always trigger invoices_roll_up_due; alter table invoicing.invoices enable always trigger invoices_roll_up_sold");
        await Run("analyze invoicing.invoices; analyze invoicing.sales_days; analyze invoicing.tax_days; analyze invoicing.due_days; analyze invoicing.customer_months; analyze invoicing.product_months");
        return companies;

        async Task Run(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
