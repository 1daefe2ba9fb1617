using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Notes whether DNS showed the proof. The first company to show it owns the domain. Sent by the check of a domain alone.</summary>
[Requires("settings.manage")]
sealed record NoteSsoDomain(SsoDomainId Domain, bool IsShown) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteSsoDomain, bool>
    {
        public async Task<bool> Handle(NoteSsoDomain command, CancellationToken ct)
        {
            var domain = Rule.Found(await db.SsoDomains.SingleOrDefaultAsync(d => d.Id == command.Domain, ct), SsoErrors.DomainNotFound);
            var owner = await db.SsoDomainOwners.SingleOrDefaultAsync(o => o.Domain == domain.Name, ct);
            var isMine = owner?.TenantId == domain.TenantId;
            if (command.IsShown) Rule.Require(owner is null || isMine, SsoErrors.DomainOwned);
            domain.Note(command.IsShown, time.GetUtcNow());

            if (domain.ProvedAt is not null && owner is null) db.Add(new SsoDomainOwner { Domain = domain.Name, TenantId = domain.TenantId });
            if (domain.ProvedAt is null && isMine) db.Remove(owner!);
            return domain.ProvedAt is not null;
        }
    }
}
