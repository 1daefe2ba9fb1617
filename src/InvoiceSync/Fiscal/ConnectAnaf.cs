using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>Keeps the OAuth application registered at ANAF for this tenant. UseTest files to ANAF's own test system. Null keeps the secret.</summary>
[Requires("integration.manage")]
public sealed record ConnectAnaf(string ClientId, string? ClientSecret, bool UseTest) : IProcess<ConnectionId>
{
    public override string ToString() => nameof(ConnectAnaf);

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<ConnectAnaf, ConnectionId>
    {
        public async Task<ConnectionId> Handle(ConnectAnaf command, CancellationToken ct)
        {
            Rule.Require(command.ClientId is { Length: > 0 and <= 200 } && command.ClientSecret is null or { Length: > 0 and <= 500 }, FilingErrors.ClientMissing);
            var settings = new Dictionary<string, string> { ["client_id"] = command.ClientId.Trim(), ["use_test"] = command.UseTest ? "true" : "false" };
            var secrets = command.ClientSecret is { } secret ? new Dictionary<string, string> { ["client_secret"] = secret.Trim() } : null;
            return (await dispatcher.Send(new SaveConnection(FiscalDoor.Anaf, !command.UseTest, settings, secrets), ct)).OrThrow();
        }
    }
}
