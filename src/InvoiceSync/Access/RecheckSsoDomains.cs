using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Looks once a week whether the proofs still stand in DNS; a server that does not answer changes nothing.</summary>
[Requires("settings.manage")]
public sealed record RecheckSsoDomains : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<RecheckSsoDomains, Done>
    {
        public async Task<Done> Handle(RecheckSsoDomains command, CancellationToken ct)
        {
            foreach (var domain in (await dispatcher.Ask(new ListSsoDomains(), ct)).OrThrow().Where(d => d.ProvedAt is not null))
                await dispatcher.Send(new CheckSsoDomain(domain.Id), ct);
            return default;
        }
    }
}
