using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Authorization;

/// <summary>Gives the turn back: the authority's answer is kept, or there was none to lose.</summary>
[Requires("fiscal.file")]
sealed record EndTokenRefresh(string Provider, Guid Holder) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<EndTokenRefresh, Done>
    {
        public async Task<Done> Handle(EndTokenRefresh command, CancellationToken ct)
        {
            await db.TokenRefreshes.Where(r => r.Id == command.Provider && r.Holder == command.Holder).ExecuteDeleteAsync(ct);
            return default;
        }
    }
}
