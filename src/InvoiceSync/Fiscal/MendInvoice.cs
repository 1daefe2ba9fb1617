using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>Mends the buyer of an invoice the authority refused, and files it again under the same number.</summary>
[Requires("invoice.update")]
public sealed record MendInvoice(InvoiceId Invoice, DraftBuyer Buyer) : IProcess<FilingId>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<MendInvoice, FilingId>
    {
        public async Task<FilingId> Handle(MendInvoice command, CancellationToken ct)
        {
            (await dispatcher.Send(new MendBuyer(command.Invoice, command.Buyer), ct)).OrThrow();
            return (await dispatcher.Send(new RefileInvoice(command.Invoice), ct)).OrThrow();
        }
    }
}
