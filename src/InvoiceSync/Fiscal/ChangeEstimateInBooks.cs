using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Cancels a pro-forma in the provider's books, restores it there, or deletes the last of its series. Ours stays as it is. A lost
/// answer stays open until a person has looked.
/// </summary>
[Requires("fiscal.file")]
public sealed record ChangeEstimateInBooks(EstimateId Estimate, BooksStep Step) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<ChangeEstimateInBooks, Done>
    {
        public async Task<Done> Handle(ChangeEstimateInBooks command, CancellationToken ct)
        {
            Rule.Require(Enum.IsDefined(command.Step), BooksErrors.StepImpossible);
            var (desk, books, number) = await dispatcher.EstimateDesk(door, who.Caller, command.Estimate, ct);
            // Deleting moves the next number back, by which doubts about others are settled: it needs the series for itself.
            var gate = command.Step == BooksStep.Delete ? books.Gate(number[..number.LastIndexOf(' ')]) : null;
            var isFirst = (await dispatcher.Send(new BeginEstimateStep(command.Estimate, command.Step, gate), ct)).OrThrow();

            // What is begun is ended, whoever leaves the page meanwhile: a deletion nobody ends would hold up its series.
            ct = CancellationToken.None;
            switch (await books.ChangeEstimate(desk.Account, number, command.Step, ct))
            {
                case BooksChange.Made:
                    return await End(command.Estimate, isDone: true, ct);
                case BooksChange.InDoubt:
                    throw new RuleBrokenException(BooksErrors.Unsure);
                // Asked for again after a lost answer, "it is cancelled already" is a refusal too: a person reads it.
                case BooksChange.Refused(var text):
                    if (isFirst) await End(command.Estimate, isDone: false, ct);
                    throw new RuleBrokenException(BooksErrors.Refused(text));
                case var other:
                    if (isFirst) await End(command.Estimate, isDone: false, ct);
                    throw new RuleBrokenException(books.Trouble(other));
            }
        }

        async Task<Done> End(EstimateId estimate, bool isDone, CancellationToken ct) => (await dispatcher.Send(new EndEstimateStep(estimate, isDone), ct)).OrThrow();
    }
}
