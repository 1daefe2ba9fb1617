using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace InvoiceSync.PostgreSql;

/// <summary>Calls audit.append, which numbers, links and hashes, and its sisters: the application's role may neither insert nor delete by itself.</summary>
public sealed partial class PostgreSqlAuditChain : IAuditChain
{
    const string Call = "select audit.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";

    public async Task Append(InvoiceSyncDb db, TenantId chain, IReadOnlyList<NewEntry> entries, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Call, (NpgsqlConnection)db.Database.GetDbConnection());
        Bind(command.Parameters, chain, entries);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task MakeMonth(InvoiceSyncDb db, DateOnly month, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select audit.make_month($1)", (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.Add(new() { Value = month });
        await command.ExecuteNonQueryAsync(ct);
    }

    static void Bind(NpgsqlParameterCollection into, TenantId chain, IReadOnlyList<NewEntry> entries)
    {
        into.Add(new() { Value = chain.Value });
        QueueSql.Add(into, Each(e => e.Id), NpgsqlDbType.Uuid);
        QueueSql.Add(into, Each(e => e.At.ToUniversalTime()), NpgsqlDbType.TimestampTz);
        Text(e => e.EventType);
        Text(e => e.ActorType);
        Text(e => e.ActorId);
        Bytes(e => e.ActorName);
        Text(e => e.ResourceType);
        Text(e => e.ResourceId);
        Text(e => e.Action);
        Text(e => e.Status);
        Text(e => e.Metadata);
        Text(e => e.Changes);
        Bytes(e => e.IpAddress);
        Bytes(e => e.UserAgent);
        Text(e => e.RequestId);
        Text(e => e.Subject);
        Bytes(e => e.AddressMark);
        Bytes(e => e.Payload);

        T[] Each<T>(Func<NewEntry, T> value) => [.. entries.Select(value)];
        void Text(Func<NewEntry, string> value) => QueueSql.Add(into, Each(value), NpgsqlDbType.Text);
        void Bytes(Func<NewEntry, byte[]> value) => QueueSql.Add(into, Each(value), NpgsqlDbType.Bytea);
    }
}
