using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>The second step of a sign-in: a code of the authenticator app, or a recovery code. The slip says whose, and is good once.</summary>
[Anonymous]
public sealed record TakeSecondStep(string Slip, string Code) : IProcess<SignIn.Session>
{
    public override string ToString() => nameof(TakeSecondStep);

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inside, CallerHolder who) : IHandle<TakeSecondStep, SignIn.Session>
    {
        public async Task<SignIn.Session> Handle(TakeSecondStep command, CancellationToken ct)
        {
            Rule.Require(command.Slip.Length is > 0 and <= 128, AccessErrors.SecondStepOver);
            var answer = (await inside.As(Inside.House(who.Caller), d => d.Send(new CheckSecondStep(command.Slip, command.Code), ct))).OrThrow();
            Rule.Require(answer.Then is not null, answer.IsOver ? AccessErrors.SecondStepOver : AccessErrors.CodeWrong);
            return (await dispatcher.Send(answer.Then, ct)).OrThrow();
        }
    }
}
