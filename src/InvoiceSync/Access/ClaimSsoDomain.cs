using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Says that an e-mail domain is the company's own. It counts once the text we give stands in its DNS.</summary>
[Requires("settings.manage")]
public sealed record ClaimSsoDomain(string Domain) : ICommand<SsoDomainId>
{
    const int Most = 50;

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<ClaimSsoDomain, SsoDomainId>
    {
        public async Task<SsoDomainId> Handle(ClaimSsoDomain command, CancellationToken ct)
        {
            var name = EmailDomain.Normal(command.Domain.Trim());
            Rule.Require(name is not null, SsoErrors.DomainInvalid);
            Rule.Require(!ForeignDomains.IsSuffix(name) && !ForeignDomains.IsMailbox(name), SsoErrors.DomainShared);
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            Rule.Require(company.Mode == TenantMode.Practice || !ForeignDomains.IsReserved(name), SsoErrors.DomainInvalid);
            Rule.Require(!await db.SsoDomains.AnyAsync(d => d.Name == name, ct), SsoErrors.DomainClaimed);
            Rule.Require(await db.SsoDomains.CountAsync(ct) < Most, SsoErrors.DomainsTooMany);
            var domain = new SsoDomain
            {
                Id = time.New<SsoDomainId>(),
                Name = name,
                Proof = $"invoicesync-domain={Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20))}",
                CreatedAt = time.GetUtcNow(),
            };
            db.Add(domain);
            return domain.Id;
        }
    }
}
