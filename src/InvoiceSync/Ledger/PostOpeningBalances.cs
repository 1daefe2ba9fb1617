using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Ledger;

/// <summary>What the accounts held when the company came here, once for each cut-over date and currency. It must balance like any entry.</summary>
[Requires("ledger.post"), StepUp]
public sealed record PostOpeningBalances(ManualEntry Entry) : ICommand<JournalEntryId>
{
    const string Kind = "opening";

    internal sealed class Handler(InvoiceSyncDb db, Journal journal, TimeProvider time) : IHandle<PostOpeningBalances, JournalEntryId>
    {
        public async Task<JournalEntryId> Handle(PostOpeningBalances command, CancellationToken ct)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{command.Entry.Date:yyyy-MM-dd}/{command.Entry.Currency}");
            Rule.Require(!await db.JournalEntries.AnyAsync(e => e.Source == Manual.Source && e.SourceId == name && e.Kind == Kind, ct), LedgerErrors.OpeningPosted);
            var entry = journal.Post(command.Entry.Posting(Kind, name, $"Opening balances {command.Entry.Date:yyyy-MM-dd}", time));
            db.Note(new("ledger.opened", "journal_entry", entry.ToString()) { Details = new Dictionary<string, string> { ["opening"] = name } });
            return entry;
        }
    }
}
