using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Steps;

/// <summary>Shows on the sale how far the filing of its invoice has come.</summary>
[Requires("fiscal.file")]
sealed record ShowFiling(InvoiceId Invoice) : ICommand<Done>
{
    static readonly Error NotYet = Error.Unavailable("sale.not_linked", "The sale of this invoice is not linked yet.");

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<ShowFiling, Done>
    {
        public async Task<Done> Handle(ShowFiling command, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow().Source == InvoiceSource.Here) return default;
            var filing = (await dispatcher.Ask(new GetFilingState(command.Invoice), ct)).OrThrow();
            var sale = Rule.Found(await db.Sales.SingleOrDefaultAsync(s => s.InvoiceId == command.Invoice, ct), NotYet);
            if (filing is not null) sale.ShowFiling(filing.State, filing.Version, filing.Waiting);
            return default;
        }
    }
}
