using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Checks a proof of presence; a wrong one counts like a wrong try at the door.</summary>
[Requires("people.keep")]
sealed record CheckPresence(UserId User, string Secret) : ICommand<bool>
{
    public override string ToString() => nameof(CheckPresence);

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, AppCodes codes) : IHandle<CheckPresence, bool>
    {
        const int AppCode = 6;

        public async Task<bool> Handle(CheckPresence command, CancellationToken ct)
        {
            var id = command.User.Value;
            await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount), ct);
            if (await users.FindByIdAsync(id.ToString()) is not { } user || await users.IsLockedOutAsync(user)) return false;
            var isCode = command.Secret.Length == AppCode && command.Secret.All(char.IsAsciiDigit);
            var isRight = isCode ? await codes.Check(id, command.Secret, confirmed: true, ct) : await users.CheckPasswordAsync(user, command.Secret);
            if (!isRight && !isCode) await users.AccessFailedAsync(user);
            return isRight;
        }
    }
}
