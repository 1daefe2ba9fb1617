using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Ledger.Model;

/// <summary>Posts what the events of a commit mean in money, and what its handler posted, as the last thing before the commit.</summary>
sealed class LedgerStep(Journal journal, PostingRules rules, ILedgerBook book) : ISavingStep
{
    /// <summary>Open screens of the ledger listen to this topic.</summary>
    public const string Topic = "ledger";

    public void BeforeSave(InvoiceSyncDb db, Caller caller, string action)
    {
        foreach (var aggregate in db.ChangeTracker.Entries<Aggregate>().Select(e => e.Entity).ToList())
            foreach (var posting in aggregate.Raised.SelectMany(happened => rules.Of(happened, aggregate)))
                journal.Post(posting);
        if (journal.Entries.Count > 0) db.Pending.Notices.Add(new(caller.Tenant, Topic, Guid.Empty));
    }

    public async Task BeforeCommit(InvoiceSyncDb db, Caller caller, string action, CancellationToken ct)
    {
        if (journal.Entries.Count == 0) return;
        var added = await book.Post(db, caller.Tenant, journal.Entries, ct);
        Rule.Require(journal.Entries.All(e => !e.MustBeNew || added.Contains(e.Id)), LedgerErrors.PostedAlready);
    }
}
