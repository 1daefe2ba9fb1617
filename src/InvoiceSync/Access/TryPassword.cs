using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Checks a password, counts a wrong one by account and by network, and tells the companies of whose it was. A browser the
/// person has used before may still try when strangers have locked the account.
/// </summary>
[Requires("people.keep")]
sealed record TryPassword(string Email, string Password, string? Address, string? KnownDevice) : ICommand<UserId?>
{
    public override string ToString() => nameof(TryPassword);

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, IPasswordHasher<User> hasher, WrongTries tries, PersonalActs acts) : IHandle<TryPassword, UserId?>
    {
        const int TriesOfDevice = 10;
        static readonly User Nobody = new() { Name = "" };

        public async Task<UserId?> Handle(TryPassword attempt, CancellationToken ct)
        {
            // Changes nothing but takes the row's lock: guesses made at once wait for each other, so each of them is counted.
            var email = users.NormalizeEmail(attempt.Email);
            await db.Users.Where(u => u.NormalizedEmail == email).ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount), ct);
            var user = await users.FindByEmailAsync(attempt.Email);
            var device = await Device(user, attempt.KnownDevice, ct);
            if (user?.PasswordHash is null || device is null && (await users.IsLockedOutAsync(user) || await tries.AreTooMany(attempt.Address, ct)))
            {
                hasher.HashPassword(Nobody, attempt.Password); // the same time as a real check
                await Failed(user, attempt.Address, ct);
                return null;
            }

            if (await users.CheckPasswordAsync(user, attempt.Password))
            {
                await users.ResetAccessFailedCountAsync(user);
                return new UserId(user.Id);
            }

            if (device is null) await users.AccessFailedAsync(user);
            else device.Failures++;
            await Failed(user, attempt.Address, ct);
            return null;
        }

        async Task Failed(User? user, string? address, CancellationToken ct)
        {
            // Of nobody we know, no company can be told: that stands in the installation's own log.
            if (user is null) db.Note(new("user.sign_in_failed", "user") { Status = ActStatus.Failed, Address = address });
            else acts.NoteTry(user, "user.sign_in_failed", address);
            await tries.Count(address, ct);
        }

        // A device that guesses itself is a stranger like any other.
        async Task<KnownDevice?> Device(User? user, string? token, CancellationToken ct)
        {
            if (user is null || token is not { Length: > 0 and <= 128 }) return null;
            var hash = Token.Hash(token);
            return await db.KnownDevices.SingleOrDefaultAsync(d => d.UserId == user.Id && d.TokenHash == hash && d.Failures < TriesOfDevice, ct);
        }
    }
}
