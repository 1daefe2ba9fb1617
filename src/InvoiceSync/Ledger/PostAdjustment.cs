using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger.Model;

namespace InvoiceSync.Ledger;

/// <summary>An entry an accountant writes, with its reason. Request is made by the form: sent twice, one entry is written.</summary>
[Requires("ledger.post")]
public sealed record PostAdjustment(Guid Request, ManualEntry Entry, string Reason) : ICommand<JournalEntryId>
{
    internal sealed class Handler(InvoiceSyncDb db, Journal journal, TimeProvider time) : IHandle<PostAdjustment, JournalEntryId>
    {
        public Task<JournalEntryId> Handle(PostAdjustment command, CancellationToken ct)
        {
            var entry = journal.Post(command.Entry.Posting("adjustment", command.Request.ToString("N"), command.Reason, time));
            db.Note(new("ledger.adjusted", "journal_entry", entry.ToString()) { Details = new Dictionary<string, string> { ["reason"] = command.Reason.Trim() } });
            return Task.FromResult(entry);
        }
    }
}
