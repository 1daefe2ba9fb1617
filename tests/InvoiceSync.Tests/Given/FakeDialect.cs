using System.Data.Common;
using System.Linq.Expressions;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.Tests.Given;

/// <summary>A database that is never reached: what would be written can be looked at in the change tracker.</summary>
sealed class FakeDialect : SaveChangesInterceptor, IDialect, IDbContextTransaction
{
    readonly List<string> steps = [];

    public string Name => "Fake";

    public string JsonType => "jsonb";

    public string? SearchCollation => null;

    /// <summary>What the commit did, in order.</summary>
    public IReadOnlyList<string> Steps => steps;

    public List<NewWork> Work { get; } = [];

    public List<Notice> Notices { get; } = [];

    public Guid TransactionId => Guid.Empty;

    public InvoiceSyncDb Db(DbScope scope)
    {
        var options = new DbContextOptionsBuilder<InvoiceSyncDb>().UseNpgsql("Host=none").AddInterceptors(this);
        return new(options.Options, scope, this);
    }

    public void Did(string step) => steps.Add(step);

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        steps.Add("save");
        return new(InterceptionResult<int>.SuppressWithResult(0));
    }

    public Task Enqueue(InvoiceSyncDb db, IReadOnlyList<NewWork> work, CancellationToken ct)
    {
        steps.Add("enqueue");
        Work.AddRange(work);
        return Task.CompletedTask;
    }

    public Task Announce(InvoiceSyncDb db, IReadOnlyList<Notice> notices, bool wakeWorkers, CancellationToken ct)
    {
        steps.Add(wakeWorkers ? "announce and wake" : "announce");
        Notices.AddRange(notices);
        return Task.CompletedTask;
    }

    public Task CommitAsync(CancellationToken cancellationToken = default)
    {
        steps.Add("commit");
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset> Now(InvoiceSyncDb db, CancellationToken ct) => Task.FromResult(Some.Noon);

    public bool IsDuplicate(DbUpdateException failure) => failure.Message == "duplicate";

    public bool IsTransient(Exception failure) => failure.Message == "busy";

    public void Use(DbContextOptionsBuilder options, bool platform) => options.UseNpgsql("Host=none");

    public Task Enter(DbConnection connection, DbTransaction transaction, DbScope scope, CancellationToken ct) => Task.CompletedTask;

    public IQueryable<T> After<T, TId>(IQueryable<T> rows, PageKey key, Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, TId>> id)
        where TId : struct, IId<TId> => throw new NotSupportedException();

    public IQueryable<T> After<T, TId>(IQueryable<T> rows, PageKey key, Expression<Func<T, DateOnly>> on, Expression<Func<T, TId>> id)
        where TId : struct, IId<TId> => throw new NotSupportedException();

    public IQueryable<T> Beginning<T>(IQueryable<T> rows, params (Expression<Func<T, string?>> Text, string Start)[] any) => throw new NotSupportedException();

    public void Commit() => throw new NotSupportedException();

    public void Rollback() => throw new NotSupportedException();

    public Task RollbackAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => default;
}
