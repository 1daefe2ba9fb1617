using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Kernel.Data;

/// <summary>Everything PostgreSQL and SQL Server say differently. Implemented in db/, beside their migrations.</summary>
public interface IDialect
{
    string Name { get; }

    string JsonType { get; }

    /// <summary>The order of texts that people search by their beginning; null is the database's own.</summary>
    string? SearchCollation { get; }

    void Use(DbContextOptionsBuilder options, bool platform);

    /// <summary>The second wall: tells the database whose rows this transaction may touch.</summary>
    Task Enter(DbConnection connection, DbTransaction transaction, DbScope scope, CancellationToken ct);

    /// <summary>Rows after a page key, newest first: (at, id) &lt; (key.At, key.Id), in the form the provider's planner keeps flat.</summary>
    IQueryable<T> After<T, TId>(IQueryable<T> rows, PageKey key, Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, TId>> id)
        where TId : struct, IId<TId>;

    /// <summary>The same for lists sorted by a legal date.</summary>
    IQueryable<T> After<T, TId>(IQueryable<T> rows, PageKey key, Expression<Func<T, DateOnly>> on, Expression<Func<T, TId>> id)
        where TId : struct, IId<TId>;

    /// <summary>Rows of which one of the texts begins with its start, in the form the provider's indexes serve.</summary>
    IQueryable<T> Beginning<T>(IQueryable<T> rows, params (Expression<Func<T, string?>> Text, string Start)[] any);

    /// <summary>Puts work into the queue inside the transaction of the unit of work; equal name and key coalesce.</summary>
    Task Enqueue(InvoiceSyncDb db, IReadOnlyList<NewWork> work, CancellationToken ct);

    /// <summary>Tells all nodes at commit.</summary>
    Task Announce(InvoiceSyncDb db, IReadOnlyList<Notice> notices, bool wakeWorkers, CancellationToken ct);

    /// <summary>The database's own clock, which all nodes share: one whose clock was set back must not wake the dead.</summary>
    Task<DateTimeOffset> Now(InvoiceSyncDb db, CancellationToken ct);

    /// <summary>Whether the failure is a broken unique index: somebody else was first.</summary>
    bool IsDuplicate(DbUpdateException failure);

    /// <summary>Whether the failure passes by itself: a deadlock, a serialisation conflict, a server that is starting.</summary>
    bool IsTransient(Exception failure);
}
