using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Makes the slip of an e-mail change and writes to the new address, unless somebody has it: then the link goes nowhere.</summary>
[Requires("people.keep")]
sealed record MakeEmailSlip(UserId User, string Email, string Password) : ICommand<Done>
{
    public override string ToString() => nameof(MakeEmailSlip);

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, Post post, TimeProvider time) : IHandle<MakeEmailSlip, Done>
    {
        public async Task<Done> Handle(MakeEmailSlip command, CancellationToken ct)
        {
            var user = await users.FindByIdAsync(command.User.Value.ToString());
            Rule.Require(user is not null && await users.CheckPasswordAsync(user, command.Password), AccessErrors.PasswordWrong);
            var normal = users.NormalizeEmail(command.Email);
            var isTaken = await db.Users.AnyAsync(u => u.NormalizedEmail == normal, ct);
            var (now, token) = (time.GetUtcNow(), Token.New());
            db.Add(new Slip
            {
                Id = Guid.CreateVersion7(now),
                UserId = user.Id,
                For = SlipFor.EmailChange,
                TokenHash = Token.Hash(token),
                Stamp = user.SecurityStamp ?? "",
                Data = command.Email,
                CreatedAt = now,
                EndsAt = now + MakeResetSlip.Lasts,
            });
            post.Write(LetterKind.ConfirmEmail, isTaken ? "" : command.Email, user.Name, $"/confirm-email?token={token}");
            return default;
        }
    }
}
