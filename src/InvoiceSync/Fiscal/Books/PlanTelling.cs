using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Compares what was paid of an invoice with what a provider's books were told, and answers the next step; null when they agree or nothing can be done.</summary>
[Requires("fiscal.file")]
sealed record PlanTelling(InvoiceId Invoice) : ICommand<PlanTelling.Step?>
{
    /// <summary>IsBack takes a payment out again. CalledAt stands while a call may have been made: then only asking helps.</summary>
    public sealed record Step(string Provider, string LegalNumber, int Number, BooksPayment Payment, bool IsBack, DateTimeOffset? CalledAt, decimal? Mark);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<PlanTelling, Step?>
    {
        public async Task<Step?> Handle(PlanTelling command, CancellationToken ct)
        {
            var filing = await db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.InvoiceId == command.Invoice, ct);
            if (filing is not { State: FilingState.Accepted, LegalNumber: { } legal, Standing: BooksStanding.Stands }) return null;

            var told = await db.PaymentsTold.SingleOrDefaultAsync(t => t.InvoiceId == command.Invoice, ct);
            var invoice = (await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow();
            var paid = await Paid(invoice, ct);
            if (told is null && paid.Count == 0) return null;
            if (told is null) db.Add(told = new PaymentsTold(command.Invoice));
            told.Plan(paid);
            return told.Next is { } next
                ? new(filing.Provider, legal, next.Number, new(next.Kind, next.Amount, invoice.Document.Currency, next.PaidOn), !next.IsWanted, next.State == TellingState.Calling ? next.CalledAt : null, next.Mark)
                : null;
        }

        // Money paid out against a storno is no payment there.
        async Task<IReadOnlyList<PaidPart>> Paid(GetInvoice.View invoice, CancellationToken ct)
        {
            var rows = (await dispatcher.Ask(new ListInvoicePayments(invoice.Id), ct)).OrThrow().Rows;
            List<PaidPart> parts = [.. rows.Where(r => r.Settles > 0).Select(r => new PaidPart(r.Id.Value, Kind(r.Method), r.Settles, r.ReceivedOn))];
            var before = invoice.Document.Totals.Paid;
            if (before > 0) parts.Insert(0, new(Guid.Empty, invoice.Source == InvoiceSource.Here ? BooksPaymentKind.Other : BooksPaymentKind.Card, before, invoice.Document.IssuedOn));
            return parts;
        }

        static BooksPaymentKind Kind(PaymentMethod method) => method switch
        {
            PaymentMethod.Card => BooksPaymentKind.Card,
            PaymentMethod.BankTransfer => BooksPaymentKind.BankTransfer,
            _ => BooksPaymentKind.Other,
        };
    }
}
