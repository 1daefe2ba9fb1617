using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Passkeys of a person, or the one with a credential id: public keys, for checking what an authenticator signed.</summary>
[Anonymous]
public sealed record FindPasskeys(UserId? User, byte[]? CredentialId = null) : IQuery<IReadOnlyList<FindPasskeys.Found>>
{
    public sealed record Found(UserId User, PasskeyFacts Facts, DateTimeOffset CreatedAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<FindPasskeys, IReadOnlyList<Found>>
    {
        public async Task<IReadOnlyList<Found>> Handle(FindPasskeys query, CancellationToken ct)
        {
            if (query is { User: null, CredentialId: null }) return [];
            var keys = db.Passkeys.AsNoTracking();
            if (query.User is { } user) keys = keys.Where(p => p.UserId == user.Value);
            if (query.CredentialId is { } id)
            {
                var hash = SHA256.HashData(id);
                keys = keys.Where(p => p.CredentialHash == hash);
            }

            var found = await keys.ToListAsync(ct);
            return [.. found.Select(p => new Found(new(p.UserId), new(p.CredentialId, p.PublicKey, p.SignCount, p.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), p.BackupEligible, p.BackedUp), p.CreatedAt))];
        }
    }
}
