using System.Globalization;
using System.Text.Json;
using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Checks the code of a second step and counts a wrong one; the right one takes the slip and says which session to open.</summary>
[Requires("people.keep")]
sealed record CheckSecondStep(string Slip, string Code) : ICommand<CheckSecondStep.Answer>
{
    public override string ToString() => nameof(CheckSecondStep);

    internal sealed record Answer(OpenSession? Then, bool IsOver);

    internal sealed class Handler(InvoiceSyncDb db, Slips slips, AppCodes codes, RecoveryCodes recovery, Post post, PersonalActs acts) : IHandle<CheckSecondStep, Answer>
    {
        const int AppCode = 6;

        public async Task<Answer> Handle(CheckSecondStep command, CancellationToken ct)
        {
            if (await slips.Find(command.Slip, SlipFor.SecondStep, ct) is not { } slip) return new(null, IsOver: true);
            var then = JsonSerializer.Deserialize<OpenSession>(slip.Data, StoredJson.Options)!;
            var isAppCode = command.Code.Count(char.IsAsciiDigit) == AppCode && command.Code.All(c => char.IsAsciiDigit(c) || c == ' ');
            var isRight = isAppCode ? await codes.Check(slip.UserId, command.Code, confirmed: true, ct) : await recovery.Use(slip.UserId, command.Code, ct);
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == slip.UserId, ct);
            if (!isRight)
            {
                acts.Note(user, "user.second_step_failed", then.Address, then.Device, ActStatus.Failed);
                return new(null, IsOver: false);
            }

            await slips.Take(command.Slip, SlipFor.SecondStep, ct);
            if (!isAppCode) await Tell(user, then.Address, ct);
            return new(then with { Way = SignInWay.TwoStep }, IsOver: false);
        }

        async Task Tell(User user, string address, CancellationToken ct)
        {
            var left = (await recovery.Left(user.Id, ct)).ToString(CultureInfo.InvariantCulture);
            acts.Note(user, "user.recovery_code_used", address);
            post.Write(LetterKind.RecoveryUsed, user, null, post.Moment(), address, left);
        }
    }
}
