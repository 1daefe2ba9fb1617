using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger;

namespace InvoiceSync.Tests.Given;

/// <summary>A ledger that only remembers; a fact it holds already is not added again.</summary>
sealed class FakeLedgerBook : ILedgerBook
{
    public List<NewJournalEntry> Entries { get; } = [];

    public Task<IReadOnlySet<Guid>> Post(InvoiceSyncDb db, TenantId tenant, IReadOnlyList<NewJournalEntry> entries, CancellationToken ct)
    {
        var added = entries.DistinctBy(Fact).Where(e => Entries.All(kept => Fact(kept) != Fact(e))).ToList();
        Entries.AddRange(added);
        return Task.FromResult<IReadOnlySet<Guid>>(added.Select(e => e.Id).ToHashSet());
    }

    static (string, string, string) Fact(NewJournalEntry entry) => (entry.Source, entry.SourceId, entry.Kind);
}
