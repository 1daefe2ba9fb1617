using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>By which rules the company's sales become invoices.</summary>
[Requires("integration.manage")]
public sealed record GetMappingRules : IQuery<GetMappingRules.View>
{
    /// <summary>Version is 0 until the rules were saved.</summary>
    public sealed record View(MappingRules Rules, long Version);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetMappingRules, View>
    {
        public async Task<View> Handle(GetMappingRules query, CancellationToken ct) =>
            await db.MappingSettings.AsNoTracking().SingleOrDefaultAsync(ct) is { } kept ? new(kept.Rules, kept.Version) : new(new(), 0);
    }
}
