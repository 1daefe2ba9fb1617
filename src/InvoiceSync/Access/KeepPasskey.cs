using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Writes a new passkey of a person and tells them.</summary>
[Requires("people.keep")]
sealed record KeepPasskey(UserId User, string Name, PasskeyFacts Facts) : ICommand<PasskeyId>
{
    internal sealed class Handler(InvoiceSyncDb db, Post post, PersonalActs acts, TimeProvider time) : IHandle<KeepPasskey, PasskeyId>
    {
        const int Most = 10;

        public async Task<PasskeyId> Handle(KeepPasskey command, CancellationToken ct)
        {
            var (id, facts) = (command.User.Value, command.Facts);
            Rule.Require(facts is { CredentialId.Length: > 0 and <= 1023, PublicKey.Length: > 0 and <= 2000 }, AccessErrors.PasskeyRefused);
            Rule.Require(await db.Passkeys.CountAsync(p => p.UserId == id, ct) < Most, AccessErrors.PasskeysTooMany);
            var transports = string.Join(',', facts.Transports);
            var key = new Passkey
            {
                Id = time.New<PasskeyId>(),
                UserId = id,
                CredentialHash = SHA256.HashData(facts.CredentialId),
                CredentialId = facts.CredentialId,
                PublicKey = facts.PublicKey,
                Name = command.Name,
                Transports = transports.Length <= 255 ? transports : "",
                SignCount = facts.SignCount,
                BackupEligible = facts.IsBackupEligible,
                BackedUp = facts.IsBackedUp,
                CreatedAt = time.GetUtcNow(),
            };
            db.Add(key);
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, ct);
            post.Write(LetterKind.PasskeyAdded, user, null, command.Name);
            acts.Note(user, "user.passkey_added");
            return key.Id;
        }
    }
}
