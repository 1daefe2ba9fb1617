using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>
/// A session shows up in another browser or system than the last time, as a stolen token would. It goes on, but its proof of
/// presence counts no more, and the person's companies have it in their log. Only the holder of the token can say so.
/// </summary>
[Anonymous]
public sealed record DoubtSession(string Token, string Agent, string Address) : IProcess<Done>
{
    public override string ToString() => nameof(DoubtSession);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<DoubtSession, Done>
    {
        public async Task<Done> Handle(DoubtSession command, CancellationToken ct) =>
            (await inside.As(Inside.House(who.Caller), d => d.Send(new MoveSession(command.Token, command.Agent, command.Address), ct))).OrThrow();
    }
}
