using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Notes a use of a passkey. A counter that went back means two copies of one key: refused.</summary>
[Requires("people.keep")]
sealed record UsePasskey(UserId User, byte[] CredentialId, long SignCount, bool IsBackedUp) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<UsePasskey, Done>
    {
        public async Task<Done> Handle(UsePasskey command, CancellationToken ct)
        {
            var (hash, id, now) = (SHA256.HashData(command.CredentialId), command.User.Value, time.GetUtcNow());
            // Many authenticators do not count: zero stays zero.
            var used = await db.Passkeys
                .Where(p => p.CredentialHash == hash && p.UserId == id && (p.SignCount < command.SignCount || p.SignCount == 0 && command.SignCount == 0))
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.SignCount, command.SignCount).SetProperty(x => x.BackedUp, command.IsBackedUp).SetProperty(x => x.UsedAt, now), ct);
            Rule.Require(used == 1, AccessErrors.PasskeyRefused);
            return default;
        }
    }
}
