using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Issues what a schedule made; what stands in its way is shown on the draft for a person, and nothing is tried for ever.</summary>
[Requires("schedule.run")]
sealed record IssueScheduled(InvoiceId Draft) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<IssueScheduled, Done>
    {
        public async Task<Done> Handle(IssueScheduled command, CancellationToken ct)
        {
            var issued = await dispatcher.Send(new IssueDraft(command.Draft), ct);
            if (issued.Error is { Kind: ErrorKind.NotFound }) return default; // thrown away meanwhile
            if (issued.Error is { Kind: ErrorKind.Invalid or ErrorKind.Refused } why)
                (await dispatcher.Send(new HoldDraft(command.Draft, null, why.Message), ct)).OrThrow();
            else
                issued.OrThrow();
            return default;
        }
    }
}
