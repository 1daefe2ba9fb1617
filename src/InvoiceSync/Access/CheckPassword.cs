using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Checks a password, counts a wrong one, and answers whose it is; null for unknown, wrong and locked alike, after the same work.</summary>
[Anonymous]
public sealed record CheckPassword(string Email, string Password) : ICommand<UserId?>
{
    public override string ToString() => nameof(CheckPassword);

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, IPasswordHasher<User> hasher) : IHandle<CheckPassword, UserId?>
    {
        static readonly User Nobody = new() { Name = "" };

        public async Task<UserId?> Handle(CheckPassword attempt, CancellationToken ct)
        {
            // Changes nothing but takes the row's lock: guesses made at once wait for each other, so each of them is counted.
            var email = users.NormalizeEmail(attempt.Email);
            await db.Users.Where(u => u.NormalizedEmail == email).ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount), ct);
            var user = await users.FindByEmailAsync(attempt.Email);
            if (user is null || await users.IsLockedOutAsync(user))
            {
                hasher.HashPassword(Nobody, attempt.Password); // the same time as a real check
                return null;
            }

            if (await users.CheckPasswordAsync(user, attempt.Password))
            {
                await users.ResetAccessFailedCountAsync(user);
                return new UserId(user.Id);
            }

            await users.AccessFailedAsync(user);
            return null;
        }
    }
}
