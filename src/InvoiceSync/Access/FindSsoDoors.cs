using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access;

/// <summary>The buttons on a company's own sign-in address, for people not signed in yet; none for a company that does not exist.</summary>
[Anonymous]
public sealed record FindSsoDoors(string TenantSlug) : IProcess<IReadOnlyList<ListSsoDoors.Door>>
{
    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch dispatch) : IHandle<FindSsoDoors, IReadOnlyList<ListSsoDoors.Door>>
    {
        public async Task<IReadOnlyList<ListSsoDoors.Door>> Handle(FindSsoDoors query, CancellationToken ct) =>
            (await dispatcher.Ask(new FindTenants(query.TenantSlug), ct)).OrThrow() is [var tenant]
                ? (await dispatch.As(Caller.System(tenant.Id, "sign-in"), d => d.Ask(new ListSsoDoors(), ct))).OrThrow()
                : [];
    }
}
