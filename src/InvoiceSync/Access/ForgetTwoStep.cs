using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Takes a person's authenticator app and recovery codes away and tells them.</summary>
[Requires("people.keep")]
sealed record ForgetTwoStep(UserId User) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, Post post, PersonalActs acts) : IHandle<ForgetTwoStep, Done>
    {
        public async Task<Done> Handle(ForgetTwoStep command, CancellationToken ct)
        {
            var id = command.User.Value;
            if (await db.SecondFactors.Where(f => f.UserId == id).ExecuteDeleteAsync(ct) == 0) return default;
            await db.RecoveryCodes.Where(c => c.UserId == id).ExecuteDeleteAsync(ct);
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, ct);
            acts.Note(user, "user.two_step_disabled");
            post.Write(LetterKind.TwoStepOff, user, null, post.Moment(), who.Caller.Address ?? "?");
            return default;
        }
    }
}
