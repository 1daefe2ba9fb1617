using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>An invoice that is made elsewhere is mailed once its original is here, by whoever files it.</summary>
sealed class SendIssuedInvoice(IDispatcher dispatcher) : IOn<InvoiceIssued>
{
    public async Task Handle(InvoiceIssued happened, CancellationToken ct)
    {
        if ((await dispatcher.Ask(new GetOriginal(happened.Invoice), ct)).OrThrow() is null) (await dispatcher.Send(new MailIssued(happened.Invoice), ct)).OrThrow();
    }
}
