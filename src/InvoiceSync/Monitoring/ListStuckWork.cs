using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Monitoring;

/// <summary>Background work of this tenant that failed too often and waits for a person; at most a hundred, newest first.</summary>
[Requires("invoice.read")]
public sealed record ListStuckWork : IQuery<IReadOnlyList<ListStuckWork.Row>>
{
    /// <summary>What is the command's name, Key what it was about, Problem the last failure in words.</summary>
    public sealed record Row(Guid Id, string What, string Key, string? Problem, int Attempts, DateTimeOffset Since);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListStuckWork, IReadOnlyList<Row>>
    {
        const int Most = 100;

        public async Task<IReadOnlyList<Row>> Handle(ListStuckWork query, CancellationToken ct) =>
            await db.Set<WorkItem>().AsNoTracking().Where(w => w.State == WorkState.Dead).OrderByDescending(w => w.CreatedAt).Take(Most)
                .Select(w => new Row(w.Id, w.Name, w.Key, w.Problem, w.Attempts, w.CreatedAt)).ToListAsync(ct);
    }
}
