using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Which company an API key opens from this address, and what it may there; null when it is unknown, wrong or not in force. Asked before any tenant is known.</summary>
[Anonymous]
public sealed record WhoHoldsKey(string Secret, string? From) : IProcess<WhoHoldsKey.View?>
{
    const int IdAt = 4, DotAt = IdAt + 32, Length = DotAt + 1 + 43;

    public override string ToString() => nameof(WhoHoldsKey);

    /// <summary>Permissions are what it may now; Scopes what it was given; Stamp names the secret that proved it.</summary>
    public sealed record View(TenantId Tenant, ApiKeyId Key, string Name, IReadOnlySet<string> Permissions, Limits Limits, IReadOnlyList<string> Scopes, string Stamp);

    internal sealed class Handler(KeyDoor door) : IHandle<WhoHoldsKey, View?>
    {
        public async Task<View?> Handle(WhoHoldsKey query, CancellationToken ct)
        {
            if (query.Secret is not { Length: Length } text || !text.StartsWith("isk_", StringComparison.Ordinal) || text[DotAt] != '.') return null;
            if (!Guid.TryParseExact(text.AsSpan(IdAt, 32), "N", out var id)) return null;
            var given = Token.Hash(text[(DotAt + 1)..]);
            return await door.Open(new(id), hash => CryptographicOperations.FixedTimeEquals(hash, given), null, query.From, ct);
        }
    }
}
