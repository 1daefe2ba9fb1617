using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Deletes a passkey of a person and tells them.</summary>
[Requires("people.keep")]
sealed record ForgetPasskey(UserId User, PasskeyId Passkey) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, Post post, PersonalActs acts) : IHandle<ForgetPasskey, Done>
    {
        public async Task<Done> Handle(ForgetPasskey command, CancellationToken ct)
        {
            var id = command.User.Value;
            var key = Rule.Found(await db.Passkeys.SingleOrDefaultAsync(p => p.Id == command.Passkey && p.UserId == id, ct), AccessErrors.PasskeyNotFound);
            db.Remove(key);
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, ct);
            post.Write(LetterKind.PasskeyRemoved, user, null, key.Name);
            acts.Note(user, "user.passkey_removed");
            return default;
        }
    }
}
