using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Issues what a schedule made. What stands in its way is shown on the draft and at the schedule; what passes by itself is tried again.</summary>
[Requires("schedule.run")]
sealed record IssueScheduled(InvoiceId Draft) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<IssueScheduled, Done>
    {
        public async Task<Done> Handle(IssueScheduled command, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new FindScheduled(command.Draft), ct)).OrThrow() is not { } scheduled) return default;
            var issued = await dispatcher.Send(new IssueDraft(command.Draft), ct);
            if (issued.Error is { Kind: ErrorKind.NotFound }) return default; // thrown away meanwhile
            if (issued.IsOk && !scheduled.HasProblem) return default;
            (await dispatcher.Send(new NoteScheduleProblem(scheduled.Schedule, command.Draft, issued.Error), ct)).OrThrow();
            if (issued.Error is { Kind: ErrorKind.Invalid or ErrorKind.Refused } why) (await dispatcher.Send(new HoldDraft(command.Draft, null, why.Message), ct)).OrThrow();
            else issued.OrThrow();
            return default;
        }
    }
}
