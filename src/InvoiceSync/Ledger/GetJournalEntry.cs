using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Ledger;

/// <summary>One entry with its lines, what it came from, and the entry that undid it.</summary>
[Requires("ledger.read")]
public sealed record GetJournalEntry(JournalEntryId Entry) : IQuery<GetJournalEntry.View>
{
    public sealed record View(
        JournalEntryId Id,
        DateOnly Date,
        Currency Currency,
        PostingRate? Rate,
        string Source,
        string SourceId,
        string Kind,
        string Memo,
        decimal Amount,
        decimal Ron,
        DateTimeOffset PostedAt,
        string PostedBy,
        JournalEntryId? Reverses,
        JournalEntryId? ReversedBy,
        IReadOnlyList<Line> Lines)
    {
        /// <summary>Whether a person posted it here: what came from a document is corrected by a document.</summary>
        public bool IsManual => Source == Manual.Source;
    }

    public sealed record Line(AccountRole Account, EntrySide Side, decimal Amount, decimal Ron, string? CustomerKey, string? CustomerName, string? Detail);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetJournalEntry, View>
    {
        public async Task<View> Handle(GetJournalEntry query, CancellationToken ct)
        {
            var entry = Rule.Found(await db.JournalEntries.AsNoTracking().Include(e => e.Lines).SingleOrDefaultAsync(e => e.Id == query.Entry, ct), LedgerErrors.NotFound);
            var reversedBy = await db.JournalEntries.Where(e => e.Reverses == query.Entry).Select(e => (JournalEntryId?)e.Id).FirstOrDefaultAsync(ct);
            return new(
                entry.Id, entry.Date, entry.Currency, entry.Rate is { } rate ? new(rate, entry.RateOn!.Value, entry.RateSource!) : null,
                entry.Source, entry.SourceId, entry.Kind, entry.Memo, entry.Amount, entry.Ron, entry.PostedAt, entry.PostedBy, entry.Reverses, reversedBy,
                [.. entry.Lines.OrderBy(l => l.No).Select(l => new Line(l.Account, l.Side, l.Amount, l.Ron, l.CustomerKey, l.CustomerName, l.Detail))]);
        }
    }
}
