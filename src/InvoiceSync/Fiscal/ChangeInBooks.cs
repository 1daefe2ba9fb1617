using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Cancels an invoice in the books of the provider that numbered it, restores it there, or deletes the last of its series. Only
/// what no authority and no customer has: who asks says so. Afterwards it can be made void here.
/// </summary>
[Requires("invoice.void")]
[StepUp]
public sealed record ChangeInBooks(InvoiceId Invoice, BooksStep Step, string Reason) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<ChangeInBooks, Done>
    {
        public async Task<Done> Handle(ChangeInBooks command, CancellationToken ct)
        {
            var filing = (await dispatcher.Ask(new GetFiling(command.Invoice), ct)).OrThrow();
            Rule.Require(filing?.LegalNumber is not null, BooksErrors.NotInBooks);
            var (books, account) = await door.Books(filing.Provider, who.Caller, BooksErrors.NotInBooks, ct);
            // Deleting moves the next number back, by which doubts about others are settled: it needs the series for itself.
            var gate = command.Step == BooksStep.Delete ? books.Gate(account.SeriesFor(filing.LegalNumber)) : null;
            var isFirst = (await dispatcher.Send(new BeginBooksStep(command.Invoice, command.Step, command.Reason, gate), ct)).OrThrow();

            // What is begun is ended, whoever leaves the page meanwhile: a deletion nobody ends would hold up its series.
            ct = CancellationToken.None;
            switch (await books.Change(account, filing.LegalNumber, command.Step, ct))
            {
                case BooksChange.Made:
                    return await End(command.Invoice, isDone: true, ct);
                case BooksChange.InDoubt:
                    throw new RuleBrokenException(BooksErrors.Unsure);
                // Asked for again after a lost answer, "it is cancelled already" is a refusal too: a person reads it.
                case var other:
                    if (isFirst) await End(command.Invoice, isDone: false, ct);
                    throw new RuleBrokenException(other.Refusal(books.Title));
            }
        }

        async Task<Done> End(InvoiceId invoice, bool isDone, CancellationToken ct) => (await dispatcher.Send(new EndBooksStep(invoice, isDone), ct)).OrThrow();
    }
}
