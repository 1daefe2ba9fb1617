using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Identity;

namespace InvoiceSync.Access;

/// <summary>Checks a password, counts a wrong one, and answers whose it is; null for unknown, wrong and locked alike, after the same work.</summary>
[Anonymous]
public sealed record CheckPassword(string Email, string Password) : ICommand<UserId?>
{
    public override string ToString() => nameof(CheckPassword);

    internal sealed class Handler(UserManager<User> users, IPasswordHasher<User> hasher) : IHandle<CheckPassword, UserId?>
    {
        static readonly User Nobody = new() { Name = "" };

        public async Task<UserId?> Handle(CheckPassword attempt, CancellationToken ct)
        {
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
