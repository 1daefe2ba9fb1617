using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Plans;

/// <summary>
/// Sales by insert … select: half of them one tenant's, the rest of twenty others; three in a hundred parked, a name shared by
/// few, a sale a minute. The benchmarks plant the same.
/// </summary>
static class SalesSeed
{
    const int Others = 20;

    const string Insert = """
        insert into sync.sales (tenant_id, id, connection_id, account_id, live, kind, source_id, number, customer_id, customer_name, customer_email,
            search_name, currency, subtotal, discount, tax, total, source_status, state, sold_at, read_at, filing_version, version)
        select case when n % 2 = 0 then $1 else ($2)[1 + n / 2 % $3] end, gen_random_uuid(), $1, 'acct_bench', false, 'Invoice', 'in_' || n, 'F' || n,
            'cus_' || n % 5000, 'Client ' || n % 5000 || ' SRL', 'client' || n % 5000 || '@example.ro',
            'CLIENT ' || n % 5000 || ' SRL', 'RON', n % 900, 0, n % 190, n % 900 + n % 190, 'Paid', case when n % 100 in (10, 20, 30) then 'Parked' else 'Accepted' end,
            timestamptz '2020-01-01Z' + n * interval '1 minute', now(), 1, 1
        from generate_series(1, $4) n
        """;

    public static async Task<TenantId> Plant(NpgsqlDataSource platform, int rows)
    {
        var big = Guid.CreateVersion7();
        await using var command = platform.CreateCommand(Insert);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = big });
        command.Parameters.Add(new() { Value = Enumerable.Range(0, Others).Select(_ => Guid.CreateVersion7()).ToArray() });
        command.Parameters.Add(new() { Value = Others });
        command.Parameters.Add(new() { Value = rows });
        await command.ExecuteNonQueryAsync();
        return new(big);
    }
}
