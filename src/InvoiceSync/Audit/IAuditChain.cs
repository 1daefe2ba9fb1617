using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Audit;

/// <summary>The chain as the database keeps it. Only its own procedures add to it or let months go; nobody changes it.</summary>
public interface IAuditChain
{
    /// <summary>Adds entries in one round trip, in the transaction of the unit of work. Takes the lock of the tenant's head, kept until commit.</summary>
    Task Append(InvoiceSyncDb db, TenantId chain, IReadOnlyList<NewEntry> entries, CancellationToken ct);

    /// <summary>Makes the part of the table for this month, if there is none; nothing where the database keeps one table.</summary>
    Task MakeMonth(InvoiceSyncDb db, DateOnly month, CancellationToken ct);

    /// <summary>Makes the index of words for one month that is over and has none. Whether there may be another; false where the database keeps no such index.</summary>
    Task<bool> IndexWords(InvoiceSyncDb db, CancellationToken ct);

    /// <summary>Entries whose words hold this text, by such indexes; null where the database has none and the log itself must be read.</summary>
    Task<FoundWords?> FindWords(InvoiceSyncDb db, string words, DateTimeOffset since, PageKey before, int most, CancellationToken ct);

    /// <summary>Keeps the row that says a month lies in a file. Refuses what the log does not hold.</summary>
    Task NoteArchived(InvoiceSyncDb db, TenantId chain, NewArchive month, CancellationToken ct);

    /// <summary>Lets an archived month go from the table; answers why not, or nothing when it is gone.</summary>
    Task<string> DropMonth(InvoiceSyncDb db, TenantId chain, DateOnly month, CancellationToken ct);

    /// <summary>Notes that the file of a month was let go. Refuses one younger than seven years.</summary>
    Task NoteFileDeleted(InvoiceSyncDb db, TenantId chain, DateOnly month, CancellationToken ct);
}
