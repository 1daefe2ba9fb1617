using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Identity;

namespace InvoiceSync.Access;

/// <summary>Takes an e-mail slip and puts the new address in place; the unique index decides when two want the same.</summary>
[Requires("people.keep")]
sealed record SetEmailBySlip(string Token) : ICommand<Done>
{
    public override string ToString() => nameof(SetEmailBySlip);

    internal sealed class Handler(UserManager<User> users, Slips slips, Post post, PersonalActs acts) : IHandle<SetEmailBySlip, Done>
    {
        public async Task<Done> Handle(SetEmailBySlip command, CancellationToken ct)
        {
            var slip = await slips.Take(command.Token, SlipFor.EmailChange, ct);
            var user = Rule.Found(await users.FindByIdAsync(slip.UserId.ToString()), AccessErrors.LinkOver);
            post.Write(LetterKind.EmailChanged, user, null, slip.Data);
            user.UserName = slip.Data;
            var changed = await users.SetEmailAsync(user, slip.Data);
            Rule.Require(changed.Succeeded, AccessErrors.LinkOver);
            user.EmailConfirmed = true;
            acts.Note(user, "user.email_changed");
            return default;
        }
    }
}
