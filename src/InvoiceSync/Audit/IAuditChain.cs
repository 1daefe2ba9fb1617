using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Audit;

/// <summary>The chain as the database keeps it. Only its own procedure adds to it; nobody changes it.</summary>
public interface IAuditChain
{
    /// <summary>Adds entries in one round trip, in the transaction of the unit of work. Takes the lock of the tenant's head, kept until commit.</summary>
    Task Append(InvoiceSyncDb db, TenantId chain, IReadOnlyList<NewEntry> entries, CancellationToken ct);

    /// <summary>Makes the part of the table for this month, if there is none; nothing where the database keeps one table.</summary>
    Task MakeMonth(InvoiceSyncDb db, DateOnly month, CancellationToken ct);
}
