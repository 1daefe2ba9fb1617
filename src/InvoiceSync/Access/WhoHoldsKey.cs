using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Which company and role an API key opens; null when it is unknown, wrong or revoked. Asked before any tenant is known.</summary>
[Anonymous]
public sealed record WhoHoldsKey(string Secret) : IProcess<WhoHoldsKey.View?>
{
    public override string ToString() => nameof(WhoHoldsKey);

    public sealed record View(TenantId Tenant, ApiKeyId Key, string Name, string Role);

    internal sealed class Handler(PlatformScope platform) : IHandle<WhoHoldsKey, View?>
    {
        public async Task<View?> Handle(WhoHoldsKey query, CancellationToken ct)
        {
            if (query.Secret is not { Length: 4 + 32 + 1 + 43 } text || !text.StartsWith("isk_", StringComparison.Ordinal)) return null;
            if (!Guid.TryParseExact(text.AsSpan(4, 32), "N", out var id)) return null;
            var key = await platform.Read(
                "whose API key", db => db.ApiKeys.SingleOrDefaultAsync(k => k.Id == new ApiKeyId(id) && k.RevokedAt == null, ct), ct);
            if (key is null || !CryptographicOperations.FixedTimeEquals(key.SecretHash, Token.Hash(text[37..]))) return null;
            return new(key.TenantId, key.Id, key.Name, key.Role);
        }
    }
}
