using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Whose pages may call the API in a browser with a key of this company.</summary>
[Requires("integration.manage")]
public sealed record ListWebOrigins : IQuery<IReadOnlyList<string>>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListWebOrigins, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(ListWebOrigins query, CancellationToken ct) =>
            await db.WebOrigins.AsNoTracking().Select(o => o.Origin).OrderBy(o => o).ToListAsync(ct);
    }
}
