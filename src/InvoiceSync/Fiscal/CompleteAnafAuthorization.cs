using InvoiceSync.Fiscal.Authorization;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Ends the authorisation: exchanges the code (valid 60 s) for tokens, keeps them encrypted, and wakes the filings that waited.</summary>
[Requires("integration.manage")]
public sealed record CompleteAnafAuthorization(string State, string Code, Uri Redirect) : IProcess<Done>
{
    public override string ToString() => nameof(CompleteAnafAuthorization);

    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who, TimeProvider time) : IHandle<CompleteAnafAuthorization, Done>
    {
        public async Task<Done> Handle(CompleteAnafAuthorization command, CancellationToken ct)
        {
            (await dispatcher.Send(new EndAuthorization(command.State), ct)).OrThrow();
            var opened = await door.Connection(who.Caller, ct);
            var answer = await door.Authorization.Exchange(door.App(opened), command.Code, command.Redirect, ct);
            (await dispatcher.Send(Tokens.Keep(opened, answer, time.GetUtcNow()), ct)).OrThrow();
            return (await dispatcher.Send(new ResumeFilings(), ct)).OrThrow();
        }
    }
}
