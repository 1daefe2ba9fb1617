using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Asks a provider's books what an invoice comes to there and what was paid of it, and keeps the answer beside ours.</summary>
[Requires("fiscal.file")]
public sealed record ReadBalance(InvoiceId Invoice) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<ReadBalance, Done>
    {
        public async Task<Done> Handle(ReadBalance command, CancellationToken ct)
        {
            var filing = (await dispatcher.Ask(new GetFiling(command.Invoice), ct)).OrThrow();
            Rule.Require(filing?.LegalNumber is not null, TellingErrors.NotInBooks);
            var desk = await door.Open(filing.Provider, who.Caller, ct);
            Rule.Require(desk.Provider is IFiscalBooks, TellingErrors.NotInBooks);
            return await ((IFiscalBooks)desk.Provider).Balance(desk.Account, filing.LegalNumber, ct) switch
            {
                BooksAnswer<BooksBalance?>.Found({ } there) => (await dispatcher.Send(new KeepBalance(command.Invoice, there), ct)).OrThrow(),
                BooksAnswer<BooksBalance?>.Found => throw new RuleBrokenException(TellingErrors.NotInBooks),
                BooksAnswer<BooksBalance?>.Denied(var why) => throw new RuleBrokenException(SmartBillErrors.Denied(why)),
                BooksAnswer<BooksBalance?>.Refused(var text) => throw new RuleBrokenException(SmartBillErrors.Denied(text)),
                BooksAnswer<BooksBalance?>.Unavailable(var why) => throw new RuleBrokenException(SmartBillErrors.Away(why)),
                _ => throw new RuleBrokenException(SmartBillErrors.Away($"{desk.Provider.Title} has had enough calls for now.")),
            };
        }
    }
}
