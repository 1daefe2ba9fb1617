using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal.Model;

/// <summary>What the operator does for all companies is done behind the installation's own fence, so that its log tells of it and no company's does.</summary>
sealed class OperatorDesk(ScopedDispatch dispatch, CallerHolder who)
{
    public async Task<T> Send<T>(ICommand<T> command, CancellationToken ct) =>
        (await dispatch.As(who.Caller with { TenantOrNone = TenantId.Platform }, d => d.Send(command, ct))).OrThrow();
}
