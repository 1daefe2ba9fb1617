using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync;

/// <summary>Corrects the buyer of a parked or refused sale and sends it on its way again, under the same invoice number.</summary>
[Requires("invoice.update")]
public sealed record CorrectSale(SaleId Sale, BuyerDetails Buyer) : IProcess<SaleId>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<CorrectSale, SaleId>
    {
        public async Task<SaleId> Handle(CorrectSale command, CancellationToken ct)
        {
            var kept = (await dispatcher.Send(new KeepCorrection(command.Sale, command.Buyer), ct)).OrThrow();
            if (kept.Invoice is { } invoice)
            {
                (await dispatcher.Send(new CorrectInvoice(invoice, Corrected(kept)), ct)).OrThrow();
                (await dispatcher.Send(new RefileInvoice(invoice), ct)).OrThrow();
            }

            return command.Sale;
        }

        static Buyer Corrected(KeepCorrection.View kept)
        {
            try
            {
                return BuyerOf.Sale(kept.Source, kept.Details, kept.Fields);
            }
            catch (UnusualSaleException wrong)
            {
                throw new RuleBrokenException(Error.Invalid(wrong.Code, wrong.Message));
            }
        }
    }
}
