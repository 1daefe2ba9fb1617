using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.Kernel.Data;

/// <summary>One transaction around one message: enter the scope, let the handler work, then state, audit, events and work in one commit.</summary>
sealed class UnitOfWork(InvoiceSyncDb db, EventRouter events, IEnumerable<ISavingStep> steps, TimeProvider time)
{
    public async Task<IDbContextTransaction> Begin(CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        await db.Dialect.Enter(db.Database.GetDbConnection(), transaction.GetDbTransaction(), db.Scope, ct);
        return transaction;
    }

    /// <summary>
    /// For a question that a handler asks in the middle of its own work, in the same tenant: on the connection it holds already. With one of its
    /// own for each, as many handlers as there are connections would wait for each other for ever.
    /// </summary>
    public async Task Join(InvoiceSyncDb asking, CancellationToken ct)
    {
        db.Database.SetDbConnection(asking.Database.GetDbConnection());
        await db.Database.UseTransactionAsync(asking.Database.CurrentTransaction!.GetDbTransaction(), ct);
    }

    public bool MayJoin(InvoiceSyncDb asking) => db.Scope == asking.Scope;

    /// <summary>That something was asked is told by whoever commits: the log takes its lock last.</summary>
    public void Leave(InvoiceSyncDb asking) => asking.Pending.Acts.AddRange(db.Pending.Acts);

    public async Task Commit(IDbContextTransaction transaction, Caller caller, string action, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        TouchWholes();
        foreach (var step in steps) step.BeforeSave(db, caller, action);
        foreach (var aggregate in db.ChangeTracker.Entries<Aggregate>().Select(e => e.Entity).ToList())
            foreach (var happened in aggregate.TakeRaised())
                events.Record(db, aggregate.TenantId == default ? caller.Tenant : aggregate.TenantId, happened, caller, time.GetUtcNow());
        WriteFence.Guard(db);
        db.Pending.Notices.AddRange(Changed());
        await db.SaveChangesAsync(ct);

        if (db.Pending.Items.Count > 0) await db.Dialect.Enqueue(db, db.Pending.Items, ct);
        if (db.Pending.Items.Count + db.Pending.Notices.Count > 0)
            await db.Dialect.Announce(db, [.. db.Pending.Notices.Distinct()], db.Pending.Items.Count > 0, ct);
        await Close(transaction, caller, action, ct);
    }

    /// <summary>The end of a question as well: nothing was changed, but that it was asked may be worth an entry.</summary>
    public async Task Close(IDbContextTransaction transaction, Caller caller, string action, CancellationToken ct)
    {
        foreach (var step in steps) await step.BeforeCommit(db, caller, action, ct);
        await transaction.CommitAsync(ct);
    }

    // Parts have no version of their own: whoever changes one changes the whole, so that it is fenced, audited and told.
    void TouchWholes()
    {
        foreach (var whole in db.ChangeTracker.Entries<Aggregate>().Where(e => e.State is EntityState.Unchanged).ToList())
            foreach (var parts in whole.Collections.Where(c => c.Metadata.TargetEntityType.IsOwned()))
                if (parts.CurrentValue?.Cast<object>().Any(part => parts.FindEntry(part)?.State is not EntityState.Unchanged) == true)
                    whole.Property(a => a.Version).IsModified = true;
    }

    IEnumerable<Notice> Changed() =>
        from entry in db.ChangeTracker.Entries<ITenantOwned>()
        where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        let noticed = entry.Entity as INoticed
        where noticed is not null
        select new Notice(entry.Entity.TenantId, noticed.NoticeTopic, noticed.NoticeId);
}
