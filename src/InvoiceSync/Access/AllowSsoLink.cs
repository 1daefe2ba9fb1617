using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Lets a member's account be tied, within seven days and once, to the provider's account with the same confirmed e-mail.</summary>
[Requires("settings.manage")]
[StepUp]
public sealed record AllowSsoLink(UserId Person) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<AllowSsoLink, Done>
    {
        public async Task<Done> Handle(AllowSsoLink command, CancellationToken ct)
        {
            var tenant = who.Caller.Tenant;
            Rule.Require(await db.Memberships.AnyAsync(m => m.UserId == command.Person.Value && m.TenantId == tenant, ct), AccessErrors.NotMember);
            var permit = await db.SsoLinkPermits.SingleOrDefaultAsync(p => p.Id == command.Person, ct);
            if (permit is null) db.Add(permit = new SsoLinkPermit { Id = command.Person });
            permit.Until = time.GetUtcNow() + TimeSpan.FromDays(7);
            return default;
        }
    }
}
