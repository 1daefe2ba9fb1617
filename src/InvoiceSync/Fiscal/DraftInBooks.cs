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
            var desk = await door.Open(filing.Provider, who.Caller, ct);
            Rule.Require(desk.Provider is IFiscalBooks, BooksErrors.NotInBooks);
            var document = (await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow().Document;
            return await ((IFiscalBooks)desk.Provider).Draft(desk.Account, document, ct) switch
            {
                BooksChange.Made => default(Done),
                BooksChange.Refused(var text) => throw new RuleBrokenException(BooksErrors.Refused(text)),
                BooksChange.Denied(var why) => throw new RuleBrokenException(SmartBillErrors.Denied(why)),
                BooksChange.InDoubt(var why) => throw new RuleBrokenException(SmartBillErrors.Away(why)),
                BooksChange.NotSent(var why) => throw new RuleBrokenException(SmartBillErrors.Away(why)),
                _ => throw new RuleBrokenException(SmartBillErrors.Away($"{desk.Provider.Title} has had enough calls for now.")),
            };
        }
    }
}
