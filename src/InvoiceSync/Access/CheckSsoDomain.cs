using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access;

/// <summary>
/// Looks into DNS for the proof of a domain; the answer is whether it is proved now. A proof that goes missing is waited for
/// fourteen days. For practice companies the names nobody can own (.example, .test) prove themselves.
/// </summary>
[Requires("settings.manage")]
public sealed record CheckSsoDomain(SsoDomainId Domain) : IProcess<bool>
{
    internal sealed class Handler(IDispatcher dispatcher, IDnsText dns) : IHandle<CheckSsoDomain, bool>
    {
        public async Task<bool> Handle(CheckSsoDomain command, CancellationToken ct)
        {
            var domain = Rule.Found((await dispatcher.Ask(new ListSsoDomains(), ct)).OrThrow().SingleOrDefault(d => d.Id == command.Domain), SsoErrors.DomainNotFound);
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var isSelfProving = company.Mode == TenantMode.Practice && ForeignDomains.IsReserved(domain.Name);
            var answer = isSelfProving ? new DnsAnswer.Found([domain.Proof]) : await dns.Texts(domain.RecordName, ct);
            Rule.Require(answer is DnsAnswer.Found, SsoErrors.DnsUnanswered);
            return (await dispatcher.Send(new NoteSsoDomain(command.Domain, ((DnsAnswer.Found)answer).Texts.Contains(domain.Proof, StringComparer.Ordinal)), ct)).OrThrow();
        }
    }
}
