using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>
/// Joins the company by an invitation link. A new person gives a name and a password; somebody with an account is signed in
/// with it already, or gives its password.
/// </summary>
[Anonymous]
public sealed record AcceptInvitation(string Token, string Name, string Password) : IProcess<UserId>
{
    public string? Address { get; init; }

    public override string ToString() => nameof(AcceptInvitation);

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inside, CallerHolder who) : IHandle<AcceptInvitation, UserId>
    {
        public async Task<UserId> Handle(AcceptInvitation command, CancellationToken ct)
        {
            Rule.Require(InvitationToken.TryRead(command.Token, out var within, out var id, out var hash), AccessErrors.InvitationOver);
            Rule.Require(command.Password.Length <= PasswordRules.Longest, AccessErrors.PasswordLong);
            var open = (await inside.As(within, d => d.Ask(new OpenInvitation(id, hash), ct))).OrThrow();
            if (open.User is { } known && who.Caller.Actor != known.ToString())
            {
                var proved = (await dispatcher.Send(new CheckPassword(open.Email, command.Password) { Address = command.Address }, ct)).OrThrow();
                Rule.Require(proved == known, who.Caller.Session is null ? AccessErrors.SignInRefused : AccessErrors.OtherPerson);
            }

            return (await inside.As(within, d => d.Send(new JoinByInvitation(id, hash, command.Name, command.Password), ct))).OrThrow();
        }
    }
}
