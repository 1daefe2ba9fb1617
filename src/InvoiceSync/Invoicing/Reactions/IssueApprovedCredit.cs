using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>An approved credit note is issued; what stands in its way by now is shown where it waits, and nothing is tried for ever.</summary>
sealed class IssueApprovedCredit(IDispatcher dispatcher) : IOn<ApprovalGiven>
{
    public async Task Handle(ApprovalGiven happened, CancellationToken ct)
    {
        if (happened.Kind is not ApprovalKind.CreditNote || !Ids.TryParse<InvoiceId>(happened.Subject, out var note)) return;
        if ((await dispatcher.Ask(new FindWaitingCredit(note), ct)).OrThrow() is not { } waiting) return; // withdrawn meanwhile, or issued
        var issued = await dispatcher.Send(new CreditInvoice(waiting.Invoice, note, waiting.Asked), ct);
        if (issued.Error is { Kind: ErrorKind.Invalid or ErrorKind.Refused } why) (await dispatcher.Send(new HoldCredit(note, null, null, null, why.Message), ct)).OrThrow();
        else issued.OrThrow();
    }
}
