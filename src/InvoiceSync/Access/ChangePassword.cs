using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Changes the caller's own password (12 to 128 characters) and ends all the caller's sessions, this one too.</summary>
[Requires("self")]
public sealed record ChangePassword(string Current, string New) : IProcess<Done>
{
    public override string ToString() => nameof(ChangePassword);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<ChangePassword, Done>
    {
        public async Task<Done> Handle(ChangePassword command, CancellationToken ct)
        {
            Rule.Require(command.Current.Length <= PasswordRules.Longest, AccessErrors.PasswordWrong);
            Rule.Require(command.New.Length <= PasswordRules.Longest, AccessErrors.PasswordLong);
            return (await inside.As(Inside.House(who.Caller), d => d.Send(new ReplacePassword(Person.Of(who.Caller), command.Current, command.New), ct))).OrThrow();
        }
    }
}
