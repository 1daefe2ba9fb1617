using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>Where the company wants it, a customer who has paid an invoice is told that the money is here, not when it was left over from before; never tried against a refusal.</summary>
sealed class ThankForPayment(IDispatcher dispatcher) : IOn<InvoicePaid>
{
    public async Task Handle(InvoicePaid happened, CancellationToken ct)
    {
        if (happened is not { Amount: > 0, ReceivedOn: { } day } || !(await dispatcher.Ask(new GetReminderPlan(), ct)).OrThrow().SendsReceipts) return;
        if ((await dispatcher.Ask(new GetMailSettings(), ct)).OrThrow().WithoutServer) return;
        var sent = await dispatcher.Send(new SendReceipt(happened.Invoice, happened.Amount, day), ct);
        if (sent.Error is not { Kind: ErrorKind.Invalid or ErrorKind.Refused }) sent.OrThrow();
    }
}
