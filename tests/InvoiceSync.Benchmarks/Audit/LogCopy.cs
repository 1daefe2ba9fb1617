using InvoiceSync.Benchmarks.Harness;
using Npgsql;
using NpgsqlTypes;

namespace InvoiceSync.Benchmarks.Audit;

/// <summary>What stands beside appending: the same rows by binary COPY into a table with the same indexes, a commit for each batch, unlinked and unhashed.</summary>
static class LogCopy
{
    const string Table = """
        drop table if exists public.copied;
        create table public.copied (like audit.log including all);
        """;

    const string Copy = "copy public.copied (tenant_id, id, created_at, seq, event_type, actor_type, actor_id, actor_name, resource_type, resource_id, action, status, metadata, changes, ip_address, user_agent, request_id, subject, address_mark, payload, prev, hash) from stdin (format binary)";

    static readonly byte[] Empty = [];
    static readonly byte[] Payload = new byte[220];
    static readonly byte[] Hash = new byte[32];

    public static async Task Clear(NpgsqlDataSource owner)
    {
        await using var make = owner.CreateCommand(Table);
        await make.ExecuteNonQueryAsync();
    }

    public static async Task<Sample> Measure(NpgsqlDataSource owner, int rows, int batch)
    {
        await using var connection = await owner.OpenConnectionAsync();
        var tenant = Guid.CreateVersion7();
        return await Sample.Of(rows, async _ =>
        {
            for (var from = 0; from < rows; from += batch) await Batch(connection, tenant, from, batch);
        });
    }

    static async Task Batch(NpgsqlConnection connection, Guid tenant, int from, int batch)
    {
        await using var to = await connection.BeginBinaryImportAsync(Copy);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        for (var n = from; n < from + batch; n++)
        {
            await to.StartRowAsync();
            await to.WriteAsync(tenant, NpgsqlDbType.Uuid);
            await to.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
            await to.WriteAsync(now.AddMicroseconds(n), NpgsqlDbType.TimestampTz);
            await to.WriteAsync((long)n, NpgsqlDbType.Bigint);
            foreach (var text in (string[])["sale.updated", "person", $"usr_{n % 50}"]) await to.WriteAsync(text, NpgsqlDbType.Varchar);
            await to.WriteAsync(Empty, NpgsqlDbType.Bytea);
            foreach (var text in (string[])["sale", $"sal_{n % 500000}", "sync.read-sale", n % 1000 == 0 ? "failed" : "ok", "", """[{"field":"State","before":"Ready","after":"Accepted"}]"""])
                await to.WriteAsync(text, NpgsqlDbType.Varchar);
            await to.WriteAsync(Empty, NpgsqlDbType.Bytea);
            await to.WriteAsync(Empty, NpgsqlDbType.Bytea);
            foreach (var text in (string[])[$"req_{n}", $"usr_{n % 50}"]) await to.WriteAsync(text, NpgsqlDbType.Varchar);
            foreach (var bytes in (byte[][])[Empty, Payload, Hash, Hash]) await to.WriteAsync(bytes, NpgsqlDbType.Bytea);
        }

        await to.CompleteAsync();
    }
}
