using InvoiceSync.Kernel;

namespace InvoiceSync.Access.Reactions;

sealed class MailTheApprovers(IDispatcher dispatcher) : IOn<ApprovalRequested>
{
    public async Task Handle(ApprovalRequested happened, CancellationToken ct) =>
        (await dispatcher.Send(new TellApprovers(happened.Approval), ct)).OrThrow();
}
