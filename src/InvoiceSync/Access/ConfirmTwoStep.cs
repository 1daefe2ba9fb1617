using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>Switches two-step sign-in on when the code of the app is right, and shows the ten recovery codes, once.</summary>
[Requires("self")]
[StepUp]
public sealed record ConfirmTwoStep(string Code) : IProcess<IReadOnlyList<string>>
{
    public override string ToString() => nameof(ConfirmTwoStep);

    internal sealed class Handler(ScopedDispatch inside, CallerHolder who) : IHandle<ConfirmTwoStep, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(ConfirmTwoStep command, CancellationToken ct)
        {
            var codes = (await inside.As(Inside.House(who.Caller), d => d.Send(new SwitchTwoStepOn(Person.Of(who.Caller), command.Code), ct))).OrThrow();
            Rule.Require(codes is not null, AccessErrors.CodeWrong);
            return codes;
        }
    }
}
