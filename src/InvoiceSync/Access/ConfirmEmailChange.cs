using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Changes the e-mail address by the link that was mailed to the new one; the old one is told. Earlier links of every kind die with it.</summary>
[Anonymous]
public sealed record ConfirmEmailChange(string Token) : IProcess<Done>
{
    public override string ToString() => nameof(ConfirmEmailChange);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<ConfirmEmailChange, Done>
    {
        public async Task<Done> Handle(ConfirmEmailChange command, CancellationToken ct)
        {
            Rule.Require(command.Token.Length is > 0 and <= 128, AccessErrors.LinkOver);
            return (await inside.As(Inside.House(who.Caller), d => d.Send(new SetEmailBySlip(command.Token), ct))).OrThrow();
        }
    }
}
