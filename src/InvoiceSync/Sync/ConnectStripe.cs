using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>
/// Links the tenant to its Stripe account by a restricted key (rk_… or sk_…) and up to two webhook secrets (whsec_…),
/// two while one is being rolled. Null keeps a secret that is already kept.
/// </summary>
[Requires("settings.manage")]
public sealed record ConnectStripe(string? ApiKey, IReadOnlyList<string>? WebhookSecrets) : ICommand<ConnectionId>;
