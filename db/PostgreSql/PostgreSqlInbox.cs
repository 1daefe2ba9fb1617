using System.Runtime.InteropServices;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync;
using Npgsql;
using NpgsqlTypes;

namespace InvoiceSync.PostgreSql;

/// <summary>Notices and their work in one round trip and one commit, for as many tenants as sent at once.</summary>
public sealed class PostgreSqlInbox(PostgreSqlSources sources, Waker workers) : IInboxStore
{
    const string Insert = """
        insert into sync.inbox (tenant_id, connection_id, event_id, via, type, object_type, object_id, sale_kind, sale_source_id,
            state, why, api_version, created_at, received_at, raw)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        on conflict (tenant_id, connection_id, event_id) do nothing
        """;

    public async Task Store(IReadOnlyList<InboxEntry> entries, CancellationToken ct)
    {
        await using var connection = await sources.Platform.OpenConnectionAsync(ct);
        // The commands of a batch run in one implicit transaction and one round trip.
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Rows(entries));
        // Sorted by key, so that two writers who meet the same rows take their locks in the same order.
        NewWork[] work = [.. entries.Where(e => e.Work is not null).Select(e => e.Work!)
            .OrderBy(w => w.Tenant.Value).ThenBy(w => w.Name, StringComparer.Ordinal).ThenBy(w => w.Key, StringComparer.Ordinal)];
        if (work.Length > 0)
        {
            var enqueue = new NpgsqlBatchCommand(QueueSql.Enqueue);
            QueueSql.Bind(enqueue.Parameters, work);
            batch.BatchCommands.Add(enqueue);
        }

        await batch.ExecuteNonQueryAsync(ct);
        if (work.Length > 0) workers.Wake();
    }

    static NpgsqlBatchCommand Rows(IReadOnlyList<InboxEntry> entries)
    {
        var command = new NpgsqlBatchCommand(Insert);
        var into = command.Parameters;
        var sorted = entries.OrderBy(e => e.Tenant.Value).ThenBy(e => e.Envelope.EventId, StringComparer.Ordinal).ToArray();
        QueueSql.Add(into, sorted.Select(e => e.Tenant.Value).ToArray(), NpgsqlDbType.Uuid);
        QueueSql.Add(into, sorted.Select(e => e.Connection.Value).ToArray(), NpgsqlDbType.Uuid);
        Text(e => e.Envelope.EventId);
        Text(e => e.Via);
        Text(e => Cut(e.Envelope.Type, 100));
        Text(e => Cut(e.Envelope.ObjectType, 100));
        Text(e => e.Envelope.ObjectId);
        Text(e => e.Sale?.Kind.ToString());
        Text(e => e.Sale?.Id);
        Text(e => e.Ignored is null ? "New" : "Ignored");
        Text(e => Cut(e.Ignored, 500));
        Text(e => e.Envelope.ApiVersion);
        QueueSql.Add(into, sorted.Select(e => e.Envelope.CreatedAt.ToUniversalTime()).ToArray(), NpgsqlDbType.TimestampTz);
        QueueSql.Add(into, sorted.Select(e => e.ReceivedAt.ToUniversalTime()).ToArray(), NpgsqlDbType.TimestampTz);
        QueueSql.Add(into, sorted.Select(e => Bytes(e.Raw)).ToArray(), NpgsqlDbType.Bytea);
        return command;

        void Text(Func<InboxEntry, string?> value) => QueueSql.Add(into, sorted.Select(value).ToArray(), NpgsqlDbType.Text);
    }

    // Usually the very array the request was read into.
    static byte[] Bytes(ReadOnlyMemory<byte> raw) =>
        MemoryMarshal.TryGetArray(raw, out var whole) && whole.Offset == 0 && whole.Count == whole.Array!.Length ? whole.Array : raw.ToArray();

    static string? Cut(string? text, int most) => text is null || text.Length <= most ? text : text[..most];
}
