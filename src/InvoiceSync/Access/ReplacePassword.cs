using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Puts a new password in place of the present one, ends every session and tells the person, all in one commit.</summary>
[Requires("people.keep")]
sealed record ReplacePassword(UserId User, string Current, string New) : ICommand<Done>
{
    public override string ToString() => nameof(ReplacePassword);

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, CallerHolder who, Post post, PersonalActs acts, TimeProvider time) : IHandle<ReplacePassword, Done>
    {
        public async Task<Done> Handle(ReplacePassword command, CancellationToken ct)
        {
            var user = await users.FindByIdAsync(command.User.Value.ToString());
            Rule.Require(user is not null && await users.CheckPasswordAsync(user, command.Current), AccessErrors.PasswordWrong);
            var changed = await users.ChangePasswordAsync(user, command.Current, command.New);
            Rule.Require(changed.Succeeded, AccessErrors.PasswordWrong);
            await db.Sessions.Where(s => s.UserId == user.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, time.GetUtcNow()), ct);
            post.Write(LetterKind.PasswordChanged, user, null, post.Moment(), who.Caller.Address ?? "?");
            acts.Note(user, "user.password_changed");
            return default;
        }
    }
}
