using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Whether this installation has nobody yet and the set-up page should show.</summary>
[Anonymous]
public sealed record IsFirstRun : IQuery<bool>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<IsFirstRun, bool>
    {
        public async Task<bool> Handle(IsFirstRun query, CancellationToken ct) => !await db.Users.AnyAsync(ct);
    }
}
