using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Monitoring;

/// <summary>Which rows of one table have served, and after how many days; the host's configuration may keep them longer or shorter.</summary>
interface ICleanUp
{
    /// <summary>What the configuration calls it, like call-counts.</summary>
    string Name { get; }

    int Days { get; }

    /// <summary>Deletes some of those that had served before a moment: true while there may be more.</summary>
    Task<bool> Slice(InvoiceSyncDb db, DateTimeOffset before, CancellationToken ct);
}
