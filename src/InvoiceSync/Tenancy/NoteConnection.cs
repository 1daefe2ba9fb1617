using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>Notes how a link fares: the outcome of a test, whose account it is, what a person must mend. Null leaves a thing as it is; an empty attention clears it.</summary>
[Requires("connections.open")]
public sealed record NoteConnection(
    string Provider,
    bool? TestPassed = null,
    string? AccountId = null,
    string? AccountName = null,
    string? NeedsAttention = null,
    string? EventsCursor = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteConnection, Done>
    {
        public async Task<Done> Handle(NoteConnection note, CancellationToken ct)
        {
            var connection = Rule.Found(await db.Connections.SingleOrDefaultAsync(c => c.Provider == note.Provider, ct), TenancyErrors.ConnectionMissing);
            if (note.TestPassed is { } passed) (connection.TestedAt, connection.TestPassed) = (time.GetUtcNow(), passed);
            connection.AccountId = note.AccountId ?? connection.AccountId;
            connection.AccountName = note.AccountName ?? connection.AccountName;
            connection.EventsCursor = note.EventsCursor ?? connection.EventsCursor;
            if (note.NeedsAttention is { } attention) connection.NeedsAttention = attention.Length == 0 ? null : attention;
            return default;
        }
    }
}
