using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Switches the caller's two-step sign-in off; the recovery codes go with it, and the person is told.</summary>
[Requires("self")]
[StepUp]
public sealed record SwitchTwoStepOff : IProcess<Done>
{
    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<SwitchTwoStepOff, Done>
    {
        public async Task<Done> Handle(SwitchTwoStepOff command, CancellationToken ct) =>
            (await inside.As(Inside.House(who.Caller), d => d.Send(new ForgetTwoStep(Person.Of(who.Caller)), ct))).OrThrow();
    }
}
