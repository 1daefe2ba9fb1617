using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Where people of an e-mail domain sign in: the local address that begins it, or null. Only the domain is looked at, so the
/// answer is the same for an address we know and one we do not.
/// </summary>
[Anonymous]
public sealed record FindSsoForEmail(string Email) : IProcess<string?>
{
    internal sealed class Handler(PlatformScope platform, ScopedDispatch dispatch) : IHandle<FindSsoForEmail, string?>
    {
        public async Task<string?> Handle(FindSsoForEmail query, CancellationToken ct)
        {
            if (EmailDomain.Of(query.Email.Trim()) is not { } domain) return null;
            var owner = await platform.Read("whose e-mail domain", db => db.SsoDomainOwners.Where(o => o.Domain == domain).Select(o => (TenantId?)o.TenantId).SingleOrDefaultAsync(ct), ct);
            if (owner is not { } tenant) return null;
            var doors = (await dispatch.As(Caller.System(tenant, "sign-in"), d => d.Ask(new ListSsoDoors(), ct))).OrThrow();
            return doors.Count > 0 ? doors[0].Address : null;
        }
    }
}
