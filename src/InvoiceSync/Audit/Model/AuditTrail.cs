using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>One act for each aggregate a commit changes, and the acts its handler named, as the last thing before the commit.</summary>
sealed class AuditTrail(EntryWriter writer) : ISavingStep
{
    /// <summary>Open screens of the log listen to this topic.</summary>
    public const string Topic = "activity";

    public void BeforeSave(InvoiceSyncDb db, Caller caller, string action)
    {
        foreach (var entry in db.ChangeTracker.Entries<Aggregate>().ToList())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted) db.Note(RowActs.Of(entry));
        if (db.Pending.Acts.Count > 0 && db.Scope.Tenant is { } tenant) db.Pending.Notices.Add(new(tenant, Topic, Guid.Empty));
    }

    public Task BeforeCommit(InvoiceSyncDb db, Caller caller, string action, CancellationToken ct) =>
        db.Pending.Acts.Count == 0 ? Task.CompletedTask : writer.Write(db, caller, action, ct);
}
