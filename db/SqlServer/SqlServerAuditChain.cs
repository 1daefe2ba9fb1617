using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.SqlServer;

/// <summary>Calls audit.append_entries, which numbers, links and hashes, and its sisters: the application's role may neither insert nor delete by itself.</summary>
public sealed partial class SqlServerAuditChain : IAuditChain
{
    public async Task Append(InvoiceSyncDb db, TenantId chain, IReadOnlyList<NewEntry> entries, CancellationToken ct)
    {
        await using var command = new SqlCommand(ChainSql.Call, (SqlConnection)db.Database.GetDbConnection(), (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        command.Parameters.AddWithValue("@chain", chain.Value);
        command.AddJson("@entries", entries.Select(Row));
        await command.ExecuteNonQueryAsync(ct);
    }

    // One table: the log's clustered key begins with tenant and time, and parts need an edition and file groups an operator chooses.
    public Task MakeMonth(InvoiceSyncDb db, DateOnly month, CancellationToken ct) => Task.CompletedTask;

    static object Row(NewEntry entry, int i) => new
    {
        I = i,
        entry.Id,
        entry.At,
        entry.EventType,
        entry.ActorType,
        entry.ActorId,
        ActorName = Convert.ToHexString(entry.ActorName),
        entry.ResourceType,
        entry.ResourceId,
        entry.Action,
        entry.Status,
        entry.Metadata,
        entry.Changes,
        IpAddress = Convert.ToHexString(entry.IpAddress),
        UserAgent = Convert.ToHexString(entry.UserAgent),
        entry.RequestId,
        entry.Subject,
        AddressMark = Convert.ToHexString(entry.AddressMark),
        Payload = Convert.ToHexString(entry.Payload),
    };
}
