using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>What a token of an API key may, now; null when the key is not in force any more or the secret that got it has ended. The host has checked its seal and its time.</summary>
[Anonymous]
public sealed record WhoHoldsToken(ApiKeyId Key, string Stamp, IReadOnlyList<string> Scopes, string? From) : IProcess<WhoHoldsKey.View?>
{
    internal sealed class Handler(KeyDoor door) : IHandle<WhoHoldsToken, WhoHoldsKey.View?>
    {
        public Task<WhoHoldsKey.View?> Handle(WhoHoldsToken query, CancellationToken ct) =>
            door.Open(query.Key, hash => ApiKey.StampOf(hash) == query.Stamp, query.Scopes, query.From, ct);
    }
}
