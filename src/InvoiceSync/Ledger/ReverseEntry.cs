using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Ledger;

/// <summary>Undoes an entry a person wrote by its counter entry, once. What came from a document is undone by a document.</summary>
[Requires("ledger.post")]
public sealed record ReverseEntry(JournalEntryId Entry, DateOnly Date, string Reason) : ICommand<JournalEntryId>
{
    const int LongestReason = 200;

    internal sealed class Handler(InvoiceSyncDb db, Journal journal, TimeProvider time) : IHandle<ReverseEntry, JournalEntryId>
    {
        public async Task<JournalEntryId> Handle(ReverseEntry command, CancellationToken ct)
        {
            var entry = Rule.Found(await db.JournalEntries.AsNoTracking().Include(e => e.Lines).SingleOrDefaultAsync(e => e.Id == command.Entry, ct), LedgerErrors.NotFound);
            Rule.Require(entry.Source == Manual.Source, LedgerErrors.OfDocument);
            Rule.Require(!await db.JournalEntries.AnyAsync(e => e.Reverses == command.Entry, ct), LedgerErrors.ReversedAlready);
            Rule.Require(!string.IsNullOrWhiteSpace(command.Reason) && command.Reason.Trim().Length <= LongestReason, LedgerErrors.ReasonMissing);
            Manual.CheckDate(command.Date, time);

            var counter = journal.Post(Reversal.Of(entry, command.Date) with { Memo = command.Reason.Trim(), MustBeNew = true });
            db.Note(new("ledger.reversed", "journal_entry", entry.Id.ToString()) { Details = new Dictionary<string, string> { ["by"] = counter.ToString(), ["reason"] = command.Reason.Trim() } });
            return counter;
        }
    }
}
