using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Writes an invoice that has no number yet as a draft in the provider's books, for a person to look at there. Done twice, there are two drafts, which harm nobody.</summary>
[Requires("fiscal.file")]
public sealed record DraftInBooks(InvoiceId Invoice) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<DraftInBooks, Done>
    {
        public async Task<Done> Handle(DraftInBooks command, CancellationToken ct)
        {
            var filing = (await dispatcher.Ask(new GetFiling(command.Invoice), ct)).OrThrow();
            Rule.Require(filing is { LegalNumber: null, State: not FilingState.Stopped }, BooksErrors.StepImpossible);
            var (books, account) = await door.Books(filing.Provider, who.Caller, BooksErrors.NotInBooks, ct);
            var document = (await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow().Document;
            var change = await books.Draft(account, document, ct);
            return change is BooksChange.Made ? default(Done) : throw new RuleBrokenException(change.Refusal(books.Title));
        }
    }
}
