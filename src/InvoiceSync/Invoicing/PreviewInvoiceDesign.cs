using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Invoicing;

/// <summary>What a sample invoice of the company would look like in a design that is not saved yet: a whole HTML page without script.</summary>
[Requires("settings.manage")]
public sealed record PreviewInvoiceDesign(InvoiceDesign Design) : IQuery<string>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, PaperTemplates templates) : IHandle<PreviewInvoiceDesign, string>
    {
        public async Task<string> Handle(PreviewInvoiceDesign query, CancellationToken ct)
        {
            var design = DesignCheck.Of(query.Design, templates);
            var seller = (await dispatcher.Ask(new GetCompanyProfile(), ct)).OrThrow();
            return PaperShell.Draw(templates, SampleDocument.Of(seller), design, await db.LogoOf(design, ct), null);
        }
    }
}
