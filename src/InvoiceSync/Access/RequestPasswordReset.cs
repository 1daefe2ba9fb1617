using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Mails a link for a new password, good once within an hour. The answer and the work are the same whether anybody has this address.</summary>
[Anonymous]
public sealed record RequestPasswordReset(string Email, string Address) : IProcess<Done>
{
    public override string ToString() => nameof(RequestPasswordReset);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<RequestPasswordReset, Done>
    {
        public async Task<Done> Handle(RequestPasswordReset command, CancellationToken ct)
        {
            if (command.Email.Length > 254) return default;
            return (await inside.As(Inside.House(who.Caller), d => d.Send(new MakeResetSlip(command.Email, command.Address), ct))).OrThrow();
        }
    }
}
