using System.Text.RegularExpressions;
using InvoiceSync.Kernel;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>
/// Links the tenant to its Stripe account by a restricted key (rk_… or sk_…) and up to two webhook secrets (whsec_…), two
/// while one is being rolled. Null keeps what is kept. ChargeVatRate is what payments without invoice include: 21, 11 or "".
/// </summary>
[Requires("integration.manage")]
public sealed partial record ConnectStripe(string? ApiKey, IReadOnlyList<string>? WebhookSecrets, string? ChargeVatRate = null) : IProcess<ConnectionId>
{
    public override string ToString() => nameof(ConnectStripe);

    // Nothing else gets into a header.
    [GeneratedRegex(@"^[rs]k_(?:live|test)_[A-Za-z0-9_-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex KeyShape();

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<ConnectStripe, ConnectionId>
    {
        public async Task<ConnectionId> Handle(ConnectStripe command, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().SingleOrDefault(c => c.Provider == SourceDoor.Stripe);
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var live = command.ApiKey is { } key ? IsLive(key.Trim(), tenant.Mode) : kept?.Live ?? false;
            Rule.Require(command.ChargeVatRate is null or "" or "21" or "11", SaleErrors.RateInvalid);

            var settings = command.ChargeVatRate is { } rate ? new Dictionary<string, string> { ["charge_vat_rate"] = rate } : null;
            return (await dispatcher.Send(new SaveConnection(SourceDoor.Stripe, live, settings, Secrets(command)), ct)).OrThrow();
        }

        static bool IsLive(string key, TenantMode mode)
        {
            Rule.Require(!key.StartsWith("pk_", StringComparison.Ordinal), SaleErrors.KeyPublishable);
            Rule.Require(key.Length <= 255 && KeyShape().IsMatch(key), SaleErrors.KeyInvalid);
            var live = key.Split('_')[1] == "live";
            Rule.Require(!live || mode == TenantMode.Real, SaleErrors.KeyOfOtherWorld);
            return live;
        }

        static Dictionary<string, string> Secrets(ConnectStripe command)
        {
            var secrets = new Dictionary<string, string>();
            if (command.ApiKey is { } key) secrets["api_key"] = key.Trim();
            if (command.WebhookSecrets is not { } hooks) return secrets;

            Rule.Require(hooks.Count <= 2 && hooks.All(h => h.Trim().StartsWith("whsec_", StringComparison.Ordinal) && h.Length <= 255), SaleErrors.SecretInvalid);
            secrets["webhook_secret"] = hooks.ElementAtOrDefault(0)?.Trim() ?? "";
            secrets["webhook_secret_2"] = hooks.ElementAtOrDefault(1)?.Trim() ?? "";
            return secrets;
        }
    }
}
