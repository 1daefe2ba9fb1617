using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace InvoiceSync.Benchmarks.Hooks;

/// <summary>
/// What the database alone allows: the same rows, an inbox row and its work in one commit, by bare Npgsql from parameters
/// made before the clock runs, over as many connections as the intake has writers and in batches as large as it could gather.
/// </summary>
static class RawInbox
{
    const int Writers = 2;
    const int Largest = 256;

    const string Inbox = """
        insert into sync.inbox (tenant_id, connection_id, event_id, via, type, object_type, object_id, sale_kind, sale_source_id,
            state, why, api_version, created_at, received_at, raw)
        select $1, $2, e, 'webhook', 'invoice.paid', 'invoice', o, 'Invoice', o, 'New', null, '2026-10-28.endive', now(), now(), r
        from unnest($3, $4, $5) as new(e, o, r)
        on conflict (tenant_id, connection_id, event_id) do nothing
        """;

    const string Work = """
        insert into kernel.work_items (tenant_id, id, name, key, body, state, again, attempts, due_at, created_at)
        select $1, i, 'ReadSale', 'Invoice:' || o, '{"kind":"Invoice","id":"' || o || '"}', 'Ready', false, 0, now(), now()
        from unnest($2, $3) as new(i, o) on conflict (tenant_id, name, key) do nothing
        """;

    public static async Task<Sample> Take(NpgsqlDataSource source, TenantId tenant, ConnectionId connection, string run, int events, int connections)
    {
        var each = Math.Clamp(connections / Writers, 1, Largest);
        var writers = Math.Min(Writers, connections);
        var batches = Enumerable.Range(0, events / each).Select(b => Values(run, b * each, each)).ToArray();
        var next = -1;
        return await Sample.Of(batches.Length * each, _ => Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(Write))));

        async Task Write()
        {
            await using var opened = await source.OpenConnectionAsync();
            for (int at; (at = Interlocked.Increment(ref next)) < batches.Length;)
            {
                var (ids, events, objects, raws) = batches[at];
                await using var batch = new NpgsqlBatch(opened);
                batch.BatchCommands.Add(new(Inbox) { Parameters = { Of(tenant.Value), Of(connection.Value), Texts(events), Texts(objects), Of(raws, NpgsqlDbType.Bytea) } });
                batch.BatchCommands.Add(new(Work) { Parameters = { Of(tenant.Value), Of(ids, NpgsqlDbType.Uuid), Texts(objects) } });
                await batch.ExecuteNonQueryAsync();
            }
        }
    }

    static (Guid[] Ids, string[] Events, string[] Objects, byte[][] Raws) Values(string run, int from, int count)
    {
        var numbers = Enumerable.Range(from, count).ToArray();
        return ([.. numbers.Select(_ => Guid.CreateVersion7())], [.. numbers.Select(n => $"evt_{run}_{n}")], [.. numbers.Select(n => $"in_{run}_{n}")],
            [.. numbers.Select(n => Body(n))]);
    }

    // As compressible as the events of the endpoint.
    static byte[] Body(int n)
    {
        var body = new byte[2560];
        body.AsSpan().Fill((byte)'x');
        new Random(n).NextBytes(body.AsSpan(0, 300));
        return body;
    }

    static NpgsqlParameter Of(Guid id) => new() { Value = id };

    static NpgsqlParameter Texts(string[] values) => Of(values, NpgsqlDbType.Text);

    static NpgsqlParameter Of<T>(T[] values, NpgsqlDbType type) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
