namespace InvoiceSync.Kernel.Work;

/// <summary>A piece of work leased to this node until it completes or fails it. Attempt counts from 1 and fences off an expired lease.</summary>
public sealed record LeasedWork(TenantId Tenant, Guid Id, string Name, string Key, string Body, int Attempt);

/// <summary>
/// The queue's statements. Leases, not locks, span the work itself; claims skip rows others hold and take a few
/// of each tenant in random order, so one noisy tenant cannot starve the rest.
/// </summary>
public interface IWorkStore
{
    Task<IReadOnlyList<LeasedWork>> Claim(Guid node, int take, int eachTenant, IReadOnlyCollection<TenantId> busy, DateTimeOffset now, TimeSpan lease, CancellationToken ct);

    /// <summary>Deletes finished work, or makes it ready once more when it was asked for again meanwhile.</summary>
    Task Complete(Guid node, IReadOnlyList<LeasedWork> done, DateTimeOffset now, CancellationToken ct);

    /// <summary>Ready again at the given time, or dead when that is null. An expired lease changes nothing.</summary>
    Task Fail(Guid node, LeasedWork work, string problem, DateTimeOffset? retryAt, CancellationToken ct);

    Task Renew(Guid node, IReadOnlyList<LeasedWork> running, DateTimeOffset until, CancellationToken ct);

    /// <summary>Takes back what dead nodes held.</summary>
    Task<int> Reclaim(DateTimeOffset now, CancellationToken ct);
}
