using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Ledger;

/// <summary>
/// The one way into the ledger's tables, a procedure of the database: it adds entries, checks that they balance and keeps the
/// monthly balances. The application's role holds no other right there than to read.
/// </summary>
public interface ILedgerBook
{
    /// <summary>Adds what is not there yet, inside the transaction of the unit of work, and says which entries that were.</summary>
    Task<IReadOnlySet<Guid>> Post(InvoiceSyncDb db, TenantId tenant, IReadOnlyList<NewJournalEntry> entries, CancellationToken ct);
}
