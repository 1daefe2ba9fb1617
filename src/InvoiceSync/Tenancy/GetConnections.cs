using InvoiceSync.Kernel;

namespace InvoiceSync.Tenancy;

/// <summary>The tenant's links to outside systems, without their secrets.</summary>
[Requires("sales.read")]
public sealed record GetConnections : IQuery<IReadOnlyList<GetConnections.View>>
{
    /// <summary>HookPath is where the provider delivers to, like /stripe/hook/…; NeedsAttention says what a person must do.</summary>
    public sealed record View(
        ConnectionId Id,
        string Provider,
        bool Live,
        string? AccountName,
        IReadOnlyDictionary<string, string> Settings,
        IReadOnlyList<string> SecretsKept,
        string? HookPath,
        DateTimeOffset? TestedAt,
        bool? TestPassed,
        string? NeedsAttention,
        DateTimeOffset? AccessUntil,
        DateTimeOffset? RenewableUntil);
}
