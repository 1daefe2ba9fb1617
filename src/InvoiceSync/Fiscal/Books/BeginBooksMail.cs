using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Commits that a provider is about to send an invoice by mail, and who asked for it.</summary>
[Requires("invoice.send")]
sealed record BeginBooksMail(InvoiceId Invoice, string Number, string To) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<BeginBooksMail, Done>
    {
        public async Task<Done> Handle(BeginBooksMail command, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(command.Invoice), ct)).OrThrow();
            Rule.Require(MailAddresses.IsOne(command.To), BooksErrors.NoRecipient);
            db.Note(new("invoice.mailed_by_books", "invoice", command.Invoice.ToString())
            {
                Details = new Dictionary<string, string> { ["number"] = command.Number },
            });
            return default;
        }
    }
}
