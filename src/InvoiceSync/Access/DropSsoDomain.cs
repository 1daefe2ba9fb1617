using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Gives a domain up: nobody new of it is let in any more, and another company may prove it.</summary>
[Requires("settings.manage")]
[StepUp]
public sealed record DropSsoDomain(SsoDomainId Domain) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<DropSsoDomain, Done>
    {
        public async Task<Done> Handle(DropSsoDomain command, CancellationToken ct)
        {
            var domain = Rule.Found(await db.SsoDomains.SingleOrDefaultAsync(d => d.Id == command.Domain, ct), SsoErrors.DomainNotFound);
            await db.SsoDomainOwners.Where(o => o.Domain == domain.Name && o.TenantId == domain.TenantId).ExecuteDeleteAsync(ct);
            db.Remove(domain);
            return default;
        }
    }
}
