using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.Benchmarks.Lists;

/// <summary>
/// The same page by prepared SQL on one kept connection, behind the same wall: the tenant's name and the question travel in one
/// round trip, as pgbench would send them, and every column is read.
/// </summary>
sealed class RawList(NpgsqlConnection connection, TenantId tenant)
{
    const string Columns =
        "select id, kind, source_id, number, customer_id, customer_name, customer_email, total, currency, state, source_status, reason, sold_at, file_by, invoice_id from sync.sales";

    const string Newest = "order by sold_at desc, id desc limit 51";

    public Task<int> First() => Ask("where tenant_id = $1");

    public Task<int> Deep(PageKey after) => Ask("where tenant_id = $1 and (sold_at, id) < ($2, $3)", after.At, after.Id);

    public Task<int> Parked() => Ask("where tenant_id = $1 and state = 'Parked'");

    public Task<int> Named(string start) =>
        Ask("where tenant_id = $1 and search_name >= $2 and search_name < $3", start, start[..^1] + (char)(start[^1] + 1));

    async Task<int> Ask(string where, params object[] values)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("select set_config('app.tenant', $1, true)") { Parameters = { new() { Value = tenant.Value.ToString() } } });
        var page = new NpgsqlBatchCommand($"{Columns} {where} {Newest}") { Parameters = { new() { Value = tenant.Value } } };
        foreach (var value in values) page.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(page);
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        var (count, row) = (0, new object[rows.FieldCount]);
        for (; await rows.ReadAsync(); count++) rows.GetValues(row);
        return count;
    }
}
