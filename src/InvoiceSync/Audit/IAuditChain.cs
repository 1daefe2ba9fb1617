using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Audit;

/// <summary>The chain as the database keeps it. Only its own procedure adds to it; nobody changes it.</summary>
public interface IAuditChain
{
    /// <summary>Adds entries in one round trip, in the transaction of the unit of work. Takes the lock of the tenant's head, kept until commit.</summary>
    Task Append(InvoiceSyncDb db, TenantId chain, IReadOnlyList<NewEntry> entries, CancellationToken ct);
}
