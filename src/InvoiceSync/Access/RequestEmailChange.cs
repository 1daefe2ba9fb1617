using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Mails a link to a new address of the caller; the address changes when the link is followed. Whether somebody else has it is not told.</summary>
[Requires("self")]
public sealed record RequestEmailChange(string Email, string Password) : IProcess<Done>
{
    public override string ToString() => nameof(RequestEmailChange);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<RequestEmailChange, Done>
    {
        public async Task<Done> Handle(RequestEmailChange command, CancellationToken ct)
        {
            Rule.Require(EmailAddress.TryClean(command.Email, out var email), AccessErrors.EmailInvalid);
            Rule.Require(command.Password.Length <= PasswordRules.Longest, AccessErrors.PasswordWrong);
            return (await inside.As(Inside.House(who.Caller), d => d.Send(new MakeEmailSlip(Person.Of(who.Caller), email, command.Password), ct))).OrThrow();
        }
    }
}
