using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Changes the caller's own password (12 to 128 characters) and ends all the caller's sessions, this one too.</summary>
[Requires("self")]
public sealed record ChangePassword(string Current, string New) : ICommand<Done>
{
    public override string ToString() => nameof(ChangePassword);

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, CallerHolder who, TimeProvider time) : IHandle<ChangePassword, Done>
    {
        public async Task<Done> Handle(ChangePassword command, CancellationToken ct)
        {
            Rule.Require(command.New.Length <= 128, AccessErrors.PasswordWeak("A password has at most 128 characters."));
            var user = await users.FindByIdAsync(Person.Of(who.Caller).Value.ToString());
            Rule.Require(user is not null && command.Current.Length <= 128 && await users.CheckPasswordAsync(user, command.Current), AccessErrors.PasswordWrong);
            var changed = await users.ChangePasswordAsync(user, command.Current, command.New);
            Rule.Require(changed.Succeeded, AccessErrors.PasswordWeak(string.Join(' ', changed.Errors.Select(e => e.Description))));
            await db.Sessions.Where(s => s.UserId == user.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, time.GetUtcNow()), ct);
            return default;
        }
    }
}
