using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Makes the slip of a password reset and leaves the letter to the queue; for nobody, a slip of nobody and a letter that is not sent.</summary>
[Requires("people.keep")]
sealed record MakeResetSlip(string Email, string Address) : ICommand<Done>
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);
    const int MostInAnHour = 5;

    public override string ToString() => nameof(MakeResetSlip);

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, Post post, WrongTries tries, TimeProvider time) : IHandle<MakeResetSlip, Done>
    {
        public async Task<Done> Handle(MakeResetSlip command, CancellationToken ct)
        {
            // Asking costs a mail, so it counts like a wrong try; beyond the measure the answer stays the same.
            if (await tries.AreTooMany(command.Address, ct)) return default;
            await tries.Count(command.Address, ct);
            // Who never had a password signs in elsewhere and is not given one by mail.
            var user = await users.FindByEmailAsync(command.Email) is { PasswordHash: not null } found ? found : null;
            var (id, now, token) = (user?.Id ?? Guid.Empty, time.GetUtcNow(), Token.New());
            var since = now - Lasts;
            var made = await db.Slips.CountAsync(s => s.UserId == id && s.For == SlipFor.PasswordReset && s.CreatedAt > since, ct);
            var isMeant = user is not null && made < MostInAnHour;
            db.Add(new Slip
            {
                Id = Guid.CreateVersion7(now),
                UserId = isMeant ? id : Guid.Empty,
                For = SlipFor.PasswordReset,
                TokenHash = Token.Hash(token),
                Stamp = user?.SecurityStamp ?? "",
                CreatedAt = now,
                EndsAt = now + Lasts,
            });
            await db.Slips.Where(s => s.EndsAt < since).ExecuteDeleteAsync(ct);
            post.Write(LetterKind.ResetPassword, isMeant ? user!.Email! : "", user?.Name ?? "", $"/reset-password?token={token}");
            return default;
        }
    }
}
