using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Ends the session with this token at once, on every open screen.</summary>
[Anonymous]
public sealed record SignOut(string Token) : IProcess<Done>
{
    public override string ToString() => nameof(SignOut);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<SignOut, Done>
    {
        public async Task<Done> Handle(SignOut command, CancellationToken ct) => (await inside.As(Inside.House(who.Caller), d => d.Send(new EndSession(command.Token), ct))).OrThrow();
    }
}
