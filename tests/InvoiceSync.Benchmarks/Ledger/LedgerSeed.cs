using System.Globalization;
using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.Benchmarks.Ledger;

/// <summary>Entries of three lines spread over two years, through the one procedure that may write them, a commit for each batch.</summary>
static class LedgerSeed
{
    public const int LinesEach = 3;

    const string Enter = "select set_config('app.tenant', $1, true)";

    const string Entries = """
        select ledger.post($1, (
            select jsonb_agg(jsonb_build_object(
                'id', gen_random_uuid(), 'date', date '2025-01-01' + (n % 700), 'currency', case n % 4 when 0 then 'EUR' else 'RON' end, 'rate', case n % 4 when 0 then 5 end,
                'rate_on', case n % 4 when 0 then date '2025-01-01' end, 'rate_source', case n % 4 when 0 then 'BNR' end, 'source', 'bench', 'source_id', n::text, 'kind', 'issued', 'memo', 'F-' || n,
                'amount', 121, 'ron', 121 * m, 'line_count', 3, 'posted_at', now(), 'posted_by', 'bench', 'lines', jsonb_build_array(
                    jsonb_build_object('id', gen_random_uuid(), 'no', 1, 'account', 'Receivable', 'side', 'Debit', 'amount', 121, 'ron', 121 * m, 'customer_key', 'RO:' || n % 5000, 'customer_name', 'Client ' || n % 5000),
                    jsonb_build_object('id', gen_random_uuid(), 'no', 2, 'account', 'Revenue', 'side', 'Credit', 'amount', 100, 'ron', 100 * m),
                    jsonb_build_object('id', gen_random_uuid(), 'no', 3, 'account', 'VatCollected', 'side', 'Credit', 'amount', 21, 'ron', 21 * m, 'detail', 'S 21%'))))
            from (select n, case n % 4 when 0 then 5 else 1 end as m from generate_series($2, $3) n) x))
        """;

    public static async Task Plant(NpgsqlDataSource app, TenantId tenant, int entries, int batch = 1000, int from = 0)
    {
        await using var connection = await app.OpenConnectionAsync();
        for (var first = from; first < from + entries; first += batch)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using (var enter = new NpgsqlCommand(Enter, connection, transaction) { Parameters = { new() { Value = tenant.Value.ToString("D", CultureInfo.InvariantCulture) } } }) await enter.ExecuteNonQueryAsync();
            await using (var post = new NpgsqlCommand(Entries, connection, transaction) { Parameters = { new() { Value = tenant.Value }, new() { Value = first }, new() { Value = Math.Min(first + batch, from + entries) - 1 } } }) await post.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
    }
}
