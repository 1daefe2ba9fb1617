using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.News;

/// <summary>Who of the company wants no mails about deadlines.</summary>
[Requires("fiscal.file")]
sealed record ListMuted : IQuery<IReadOnlyList<string>>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListMuted, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(ListMuted query, CancellationToken ct) => await db.DeadlineMutes.Select(m => m.Person).ToListAsync(ct);
    }
}
