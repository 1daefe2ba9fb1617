using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Has the program that numbered an invoice send it to the customer, with our words and its PDF. To is the customer's address when
/// none is given. Sent again when asked again; after a lost answer the invoice counts as sent.
/// </summary>
[Requires("invoice.send")]
public sealed record MailByBooks(InvoiceId Invoice, string? To = null, string? Message = null) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<MailByBooks, Done>
    {
        public async Task<Done> Handle(MailByBooks command, CancellationToken ct)
        {
            var filing = (await dispatcher.Ask(new GetFiling(command.Invoice), ct)).OrThrow();
            Rule.Require(filing is { LegalNumber: not null, State: FilingState.Accepted, Standing: BooksStanding.Stands, UnderWay: null }, BooksErrors.NotInBooks);
            var desk = await door.Open(filing.Provider, who.Caller, ct);
            Rule.Require(desk.Provider is IFiscalBooks, BooksErrors.NotInBooks);
            var books = (IFiscalBooks)desk.Provider;
            var mail = (await dispatcher.Ask(new PrepareInvoiceMail(command.Invoice, command.Message), ct)).OrThrow();
            var to = string.IsNullOrWhiteSpace(command.To) ? mail.To : command.To.Trim();
            (await dispatcher.Send(new BeginBooksMail(command.Invoice, filing.LegalNumber, to ?? ""), ct)).OrThrow();

            // What may have left is noted, whoever leaves the page meanwhile.
            ct = CancellationToken.None;
            var change = await books.Mail(desk.Account, filing.LegalNumber, new(to!, mail.Letter.Subject, mail.Letter.Text), ct);
            if (change is BooksChange.Made or BooksChange.InDoubt) (await dispatcher.Send(new NoteInvoiceSent(command.Invoice), ct)).OrThrow();
            return change switch
            {
                BooksChange.Made => default(Done),
                BooksChange.InDoubt => throw new RuleBrokenException(BooksErrors.MailUnsure),
                BooksChange.Refused(var text) => throw new RuleBrokenException(BooksErrors.Refused(text)),
                _ => throw new RuleBrokenException(books.Trouble(change)),
            };
        }
    }
}
