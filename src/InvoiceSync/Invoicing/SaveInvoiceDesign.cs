using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Saves a design as the next version; invoices made from now on are printed with it. Answers its number.</summary>
[Requires("settings.manage")]
public sealed record SaveInvoiceDesign(InvoiceDesign Design) : ICommand<int>
{
    internal sealed class Handler(InvoiceSyncDb db, PaperTemplates templates, TimeProvider time) : IHandle<SaveInvoiceDesign, int>
    {
        public async Task<int> Handle(SaveInvoiceDesign command, CancellationToken ct)
        {
            var design = DesignCheck.Of(command.Design, templates);
            Rule.Require(design.Logo is null || await db.Logos.AnyAsync(l => l.Hash == design.Logo, ct), DesignErrors.LogoUnknown);
            var number = 1 + (await db.Designs.MaxAsync(d => (int?)d.Number, ct) ?? 0);
            db.Add(new StoredDesign { Number = number, Design = design, SavedAt = time.GetUtcNow() });
            db.Note(new("invoice_design.saved", "invoice_design", $"{number}"));
            return number;
        }
    }
}
