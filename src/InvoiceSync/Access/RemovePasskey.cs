using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Forgets one of the caller's passkeys and tells the person.</summary>
[Requires("self")]
[StepUp]
public sealed record RemovePasskey(PasskeyId Passkey) : IProcess<Done>
{
    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<RemovePasskey, Done>
    {
        public async Task<Done> Handle(RemovePasskey command, CancellationToken ct) =>
            (await inside.As(Inside.House(who.Caller), d => d.Send(new ForgetPasskey(Person.Of(who.Caller), command.Passkey), ct))).OrThrow();
    }
}
