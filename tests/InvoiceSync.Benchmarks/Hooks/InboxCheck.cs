using InvoiceSync.Benchmarks.Harness;
using Npgsql;
using NpgsqlTypes;

namespace InvoiceSync.Benchmarks.Hooks;

/// <summary>Every acknowledged event is in the inbox once and its work is owed once; no forged one is there.</summary>
static class InboxCheck
{
    const string Question = """
        select (select count(*) from sync.inbox where tenant_id = $1 and event_id like $2),
               (select count(*) from sync.inbox where tenant_id = $1 and event_id = any($3)),
               (select count(*) from kernel.work_items where tenant_id = $1 and key like $4)
        """;

    public static async Task EachOnce(NpgsqlDataSource source, HookPortal portal, SignedEvents sent)
    {
        var run = sent.Genuine[0].Split('_')[1];
        await using var command = source.CreateCommand(Question);
        command.Parameters.Add(new() { Value = portal.Tenant.Value });
        command.Parameters.Add(new() { Value = $"evt\\_{run}\\_%" });
        command.Parameters.Add(new() { Value = sent.Genuine, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = $"%in\\_{run}\\_%" });
        await using var found = await command.ExecuteReaderAsync();
        await found.ReadAsync();
        var expected = (long)sent.Genuine.Length;
        var (kept, genuine, work) = (found.GetInt64(0), found.GetInt64(1), found.GetInt64(2));
        WrongResultException.Unless(kept == expected && genuine == expected && work == expected,
            $"Of {expected} events {kept} rows are kept, {genuine} genuine, {work} owed.");
    }
}
