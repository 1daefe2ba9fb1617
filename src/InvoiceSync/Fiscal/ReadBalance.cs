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
            var (books, account) = await door.Books(filing.Provider, who.Caller, TellingErrors.NotInBooks, ct);
            var there = Rule.Found((await books.Balance(account, filing.LegalNumber, ct)).Value(books.Title), TellingErrors.NotInBooks);
            return (await dispatcher.Send(new KeepBalance(command.Invoice, there), ct)).OrThrow();
        }
    }
}
