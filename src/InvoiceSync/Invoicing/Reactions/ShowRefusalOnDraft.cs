using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>A refused draft shows the approver's reason.</summary>
sealed class ShowRefusalOnDraft(IDispatcher dispatcher) : IOn<ApprovalRefused>
{
    public async Task Handle(ApprovalRefused happened, CancellationToken ct)
    {
        if (happened.Kind is ApprovalKind.Invoice && Ids.TryParse<InvoiceId>(happened.Subject, out var draft))
            (await dispatcher.Send(new HoldDraft(draft, null, happened.Reason), ct)).OrThrow();
    }
}
