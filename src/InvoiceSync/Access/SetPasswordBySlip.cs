using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Takes a reset slip, sets the password, ends every session and tells the person, all in one commit.</summary>
[Requires("people.keep")]
sealed record SetPasswordBySlip(string Token, string New, string Address) : ICommand<Done>
{
    public override string ToString() => nameof(SetPasswordBySlip);

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, Slips slips, Post post, PersonalActs acts, TimeProvider time) : IHandle<SetPasswordBySlip, Done>
    {
        public async Task<Done> Handle(SetPasswordBySlip command, CancellationToken ct)
        {
            var slip = await slips.Take(command.Token, SlipFor.PasswordReset, ct);
            var user = Rule.Found(await users.FindByIdAsync(slip.UserId.ToString()), AccessErrors.LinkOver);
            var removed = await users.RemovePasswordAsync(user);
            Rule.Require(removed.Succeeded && (await users.AddPasswordAsync(user, command.New)).Succeeded, AccessErrors.LinkOver);
            await users.SetLockoutEndDateAsync(user, null);
            await users.ResetAccessFailedCountAsync(user);
            var now = time.GetUtcNow();
            await db.Sessions.Where(s => s.UserId == user.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
            post.Write(LetterKind.PasswordChanged, user, null, post.Moment(), command.Address);
            acts.Note(user, "user.password_reset", command.Address);
            return default;
        }
    }
}
