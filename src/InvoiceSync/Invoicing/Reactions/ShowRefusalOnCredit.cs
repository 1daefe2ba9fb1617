using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>A refused credit note shows the approver's reason where it waits.</summary>
sealed class ShowRefusalOnCredit(IDispatcher dispatcher) : IOn<ApprovalRefused>
{
    public async Task Handle(ApprovalRefused happened, CancellationToken ct)
    {
        if (happened.Kind is ApprovalKind.CreditNote && Ids.TryParse<InvoiceId>(happened.Subject, out var note))
            (await dispatcher.Send(new HoldCredit(note, null, null, null, happened.Reason), ct)).OrThrow();
    }
}
