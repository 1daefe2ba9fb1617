using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Books;

/// <summary>
/// Commits that a document is about to be changed in a provider's books, and who asked for it. The law lets one be cancelled
/// that the customer has not got; whatever they have is credited.
/// </summary>
[Requires("invoice.void")]
sealed record BeginBooksStep(InvoiceId Invoice, BooksStep Step, string Reason, string? Gate) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<BeginBooksStep, bool>
    {
        public async Task<bool> Handle(BeginBooksStep command, CancellationToken ct)
        {
            var reason = command.Reason.Trim();
            Rule.Require(reason.Length is > 0 and <= 200, BooksErrors.ReasonMissing);
            var invoice = (await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow();
            var filing = await db.FoundFiling(command.Invoice, ct);
            if (command.Step != BooksStep.Restore)
            {
                Rule.Require(invoice is { Source: InvoiceSource.Here, Corrects: null, SentAt: null, Settlement: { Paid: 0, Credited: 0, WrittenOff: 0 } }, BooksErrors.CreditInstead);
                Rule.Require(!await dispatcher.IsMailedByBooks(invoice, ct), BooksErrors.CreditInstead);
            }

            // Of two that try at once the database lets one in.
            if (command.Gate is { } gate) Rule.Require(!await db.Filings.AnyAsync(f => f.Id != filing.Id && f.Attempts.Any(a => a.Gate == gate), ct), BooksErrors.SeriesBusy);
            db.Note(new("filing.books_changed", "invoice", command.Invoice.ToString())
            {
                Details = new Dictionary<string, string> { ["step"] = $"{command.Step}", ["number"] = filing.LegalNumber ?? "", ["reason"] = reason },
            });
            return filing.BeginStep(command.Step, command.Gate, time.GetUtcNow());
        }
    }
}
