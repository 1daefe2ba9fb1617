using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The design that new invoices are printed with, or an older version of it; version 0 is the usual one, before any was saved.</summary>
[Requires("settings.manage")]
public sealed record GetInvoiceDesign(int? Version = null) : IQuery<GetInvoiceDesign.View>
{
    /// <summary>Versions come newest first. Html and Css are what an own page starts from.</summary>
    public sealed record View(int Number, InvoiceDesign Design, IReadOnlyList<Saved> Versions, string Html, string Css);

    public sealed record Saved(int Number, DateTimeOffset SavedAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetInvoiceDesign, View>
    {
        const int Shown = 50;

        public async Task<View> Handle(GetInvoiceDesign query, CancellationToken ct)
        {
            var versions = await db.Designs.AsNoTracking().OrderByDescending(d => d.Number).Take(Shown).Select(d => new Saved(d.Number, d.SavedAt)).ToListAsync(ct);
            var wanted = query.Version ?? versions.FirstOrDefault()?.Number ?? 0;
            var stored = await db.Designs.AsNoTracking().SingleOrDefaultAsync(d => d.Number == wanted, ct);
            return new(stored?.Number ?? 0, stored?.Design ?? new(), versions, Layouts.Html, Layouts.StyleOf(InvoiceLayout.Classic));
        }
    }
}
