using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync.Steps;

/// <summary>Keeps what a caller says about a known sale without invoice, and asks for the invoice when it is due.</summary>
[Requires("fiscal.file")]
sealed record InstructSale(SaleId Sale, SaleInstructions Instructions) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<InstructSale, Done>
    {
        public async Task<Done> Handle(InstructSale command, CancellationToken ct)
        {
            var sale = await db.FoundSale(command.Sale, ct);
            Rule.Require(sale.InvoiceId is null, SaleErrors.Invoiced);
            await Corrections.Follow(db, sale, command.Instructions, ct);
            if (sale.State is SaleState.Parked) sale.AskForInvoice();
            return default;
        }
    }
}
