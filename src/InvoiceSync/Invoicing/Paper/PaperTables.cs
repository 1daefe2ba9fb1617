using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Paper;

static class PaperTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<StoredDesign> Designs => db.Set<StoredDesign>();

        public DbSet<StoredLogo> Logos => db.Set<StoredLogo>();

        public DbSet<InvoiceLink> InvoiceLinks => db.Set<InvoiceLink>();

        /// <summary>The design in force at that time, with its picture as a data address. Before the first was saved, the usual one.</summary>
        public async Task<(InvoiceDesign Design, string? Logo)> DesignAt(DateTimeOffset at, CancellationToken ct)
        {
            var stored = await db.Designs.AsNoTracking().Where(d => d.SavedAt <= at).OrderByDescending(d => d.Number).FirstOrDefaultAsync(ct);
            return stored is null ? (new(), null) : (stored.Design, await db.LogoOf(stored.Design, ct));
        }

        public async Task<string?> LogoOf(InvoiceDesign design, CancellationToken ct) =>
            design.Logo is { } hash ? (await db.Logos.AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash, ct))?.DataUri : null;
    }
}
