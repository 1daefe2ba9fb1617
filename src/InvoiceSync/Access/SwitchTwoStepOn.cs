using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Confirms the authenticator app by a code; null for a wrong one, which is counted.</summary>
[Requires("people.keep")]
sealed record SwitchTwoStepOn(UserId User, string Code) : ICommand<IReadOnlyList<string>?>
{
    public override string ToString() => nameof(SwitchTwoStepOn);

    internal sealed class Handler(InvoiceSyncDb db, AppCodes codes, RecoveryCodes recovery, Post post, PersonalActs acts, TimeProvider time) : IHandle<SwitchTwoStepOn, IReadOnlyList<string>?>
    {
        public async Task<IReadOnlyList<string>?> Handle(SwitchTwoStepOn command, CancellationToken ct)
        {
            var id = command.User.Value;
            if (!await codes.Check(id, command.Code, confirmed: false, ct)) return null;
            (await db.SecondFactors.SingleAsync(f => f.UserId == id, ct)).ConfirmedAt = time.GetUtcNow();
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, ct);
            post.Write(LetterKind.TwoStepOn, user);
            acts.Note(user, "user.two_step_enabled");
            return await recovery.Renew(id, ct);
        }
    }
}
