using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.Benchmarks.Invoices;

/// <summary>The same page of invoices by prepared SQL on one kept connection, behind the same wall, every column of the row read.</summary>
sealed class RawInvoices(NpgsqlConnection connection, TenantId tenant)
{
    public Task<int> First() => Ask("", "made_at");

    public Task<int> Deep(PageKey after) => Ask("and (made_at, id) < ($2, $3)", "made_at", after.At, after.Id);

    public Task<int> DeepByDay(PageKey after) => Ask("and (issued_on, id) < ($2, $3)", "issued_on", DateOnly.FromDateTime(after.At.UtcDateTime), after.Id);

    public Task<int> Refused() => Ask("and filing = 'Refused' and source = 'own'", "made_at");

    async Task<int> Ask(string where, string order, params object[] values)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("select set_config('app.tenant', $1, true)") { Parameters = { new() { Value = tenant.Value.ToString() } } });
        var page = new NpgsqlBatchCommand($"select * from invoicing.invoices where tenant_id = $1 {where} order by {order} desc, id desc limit 51") { Parameters = { new() { Value = tenant.Value } } };
        foreach (var value in values) page.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(page);
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        var (count, row) = (0, new object[rows.FieldCount]);
        for (; await rows.ReadAsync(); count++) rows.GetValues(row);
        return count;
    }
}
