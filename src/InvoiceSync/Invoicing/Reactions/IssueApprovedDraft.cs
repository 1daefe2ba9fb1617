using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>An approved draft is issued; what stands in its way by now is shown on it, and nothing is tried for ever.</summary>
sealed class IssueApprovedDraft(IDispatcher dispatcher) : IOn<ApprovalGiven>
{
    public async Task Handle(ApprovalGiven happened, CancellationToken ct)
    {
        if (happened.Kind is not ApprovalKind.Invoice || !Ids.TryParse<InvoiceId>(happened.Subject, out var draft)) return;
        var issued = await dispatcher.Send(new IssueDraft(draft), ct);
        if (issued.Error is { Kind: ErrorKind.NotFound }) return; // deleted meanwhile
        if (issued.Error is { Kind: ErrorKind.Invalid or ErrorKind.Refused } why) (await dispatcher.Send(new HoldDraft(draft, null, why.Message), ct)).OrThrow();
        else issued.OrThrow();
    }
}
