using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Ledger.Model;

namespace InvoiceSync.Ledger;

/// <summary>Takes money facts that no event tells of. They are checked at once and written as the last thing before the commit.</summary>
public sealed class Journal(CallerHolder who, TimeProvider time)
{
    internal List<NewJournalEntry> Entries { get; } = [];

    /// <summary>The id the entry gets, unless the fact stands there already.</summary>
    public JournalEntryId Post(Posting posting)
    {
        var entry = Drafting.Of(posting, who.Caller.Actor, time);
        Entries.Add(entry);
        return new(entry.Id);
    }
}
