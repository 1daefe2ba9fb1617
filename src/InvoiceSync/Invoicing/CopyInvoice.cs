using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Begins a new draft that says what an issued invoice says, with the dates left open.</summary>
[Requires("invoice.draft")]
public sealed record CopyInvoice(InvoiceId Invoice) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<CopyInvoice, InvoiceId>
    {
        public async Task<InvoiceId> Handle(CopyInvoice command, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == command.Invoice, ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            var draft = new Draft(time.New<InvoiceId>(), Typed(invoice), who.Caller.Actor, time.GetUtcNow());
            db.Add(draft);
            db.Note(new("draft.created", "draft", draft.Id.ToString()));
            return draft.Id;
        }

        static DraftContent Typed(Invoice invoice) => Typed(invoice.Document) with { CustomerId = invoice.CustomerId };

        static DraftContent Typed(InvoiceDocument document) => new()
        {
            Buyer = DraftBuyer.Of(document.Buyer),
            Currency = document.Currency,
            TermDays = document.DueOn is { } due ? Math.Clamp(due.DayNumber - document.IssuedOn.DayNumber, 0, 365) : null,
            Lines = [.. document.Lines.Select(line => Typed(line, document))],
            Discount = document.Allowances.Count == 0 ? null : new(Amount: document.Totals.Allowances, Reason: document.Allowances[0].Reason),
            Charges = [.. document.Charges.Select(charge => Typed(charge, document))],
            Notes = document.Notes,
            PaymentMeans = document.PaymentMeans,
            Language = document.Language,
        };

        static DraftLine Typed(InvoiceLine line, InvoiceDocument document) => new(line.Name, line.Description, line.Quantity, line.UnitPrice)
        {
            Unit = line.Unit,
            Category = line.Category,
            Rate = line.Category == VatCategory.S ? line.Rate : null,
            Discount = line.Discount == 0 ? null : new(Amount: line.Discount),
            ExemptionReason = document.Vat.FirstOrDefault(v => v.Category == line.Category)?.ExemptionReason,
        };

        static DraftCharge Typed(Charge charge, InvoiceDocument document) => new(charge.Percent is null ? charge.Amount : null, charge.Percent, charge.Reason, charge.ReasonCode)
        {
            Category = charge.Category,
            Rate = charge.Category == VatCategory.S ? charge.Rate : null,
            ExemptionReason = document.Vat.FirstOrDefault(v => v.Category == charge.Category)?.ExemptionReason,
        };
    }
}
