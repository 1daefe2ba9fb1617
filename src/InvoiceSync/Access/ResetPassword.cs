using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Sets a new password by the link of a reset mail and signs out every device. The second step, where there is one, is still asked at sign-in.</summary>
[Anonymous]
public sealed record ResetPassword(string Token, string New, string Address) : IProcess<Done>
{
    public override string ToString() => nameof(ResetPassword);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<ResetPassword, Done>
    {
        public async Task<Done> Handle(ResetPassword command, CancellationToken ct)
        {
            Rule.Require(command.Token.Length is > 0 and <= 128, AccessErrors.LinkOver);
            Rule.Require(command.New.Length <= PasswordRules.Longest, AccessErrors.PasswordLong);
            return (await inside.As(Inside.House(who.Caller), d => d.Send(new SetPasswordBySlip(command.Token, command.New, command.Address), ct))).OrThrow();
        }
    }
}
