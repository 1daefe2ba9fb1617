using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.Benchmarks.Audit;

/// <summary>Entries of a log by the thousand through audit.append, as the application appends them.</summary>
static class LogSeed
{
    public const int Batch = 1000;

    const string Append = """
        select audit.append($1, array_agg(gen_random_uuid()), array_agg(now() + n * interval '1 microsecond'), array_agg('sale.updated'::text), array_agg('person'::text),
            array_agg('usr_' || n % 50), array_agg(''::bytea), array_agg('sale'::text), array_agg('sal_' || n % 500000), array_agg('sync.read-sale'::text),
            array_agg(case when n % 1000 = 0 then 'failed' else 'ok' end), array_agg(''::text), array_agg('[{"field":"State","before":"Ready","after":"Accepted"}]'::text),
            array_agg(''::bytea), array_agg(''::bytea), array_agg('req_' || n), array_agg('usr_' || n % 50), array_agg(substring(sha256(('usr_' || n % 50)::bytea) for 16)), array_agg(convert_to(repeat('x', 220), 'UTF8')))
        from generate_series($2::bigint, $2::bigint + $3 - 1) n
        """;

    public static async Task Plant(NpgsqlDataSource app, TenantId tenant, int rows, int batch = Batch)
    {
        await using var connection = await app.OpenConnectionAsync();
        await using (var fence = new NpgsqlCommand($"select set_config('app.tenant', '{tenant.Value}', false)", connection)) await fence.ExecuteNonQueryAsync();
        for (var from = 0; from < rows; from += batch)
        {
            await using var append = new NpgsqlCommand(Append, connection);
            append.Parameters.Add(new() { Value = tenant.Value });
            append.Parameters.Add(new() { Value = (long)from });
            append.Parameters.Add(new() { Value = batch });
            await append.ExecuteNonQueryAsync();
        }
    }
}
