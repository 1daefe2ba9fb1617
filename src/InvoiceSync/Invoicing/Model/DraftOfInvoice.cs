using InvoiceSync.Customers;

namespace InvoiceSync.Invoicing.Model;

/// <summary>From an invoice back to what somebody would have typed, with the dates left open.</summary>
static class DraftOfInvoice
{
    public static DraftContent AsDraft(this InvoiceDocument document, CustomerId? customer) => new()
    {
        CustomerId = customer,
        Buyer = DraftBuyer.Of(document.Buyer),
        DeliverTo = document.Delivery?.To is { } to ? new(to.Street, to.MoreStreet, to.City, to.County, to.PostalCode, to.Country) : null,
        IsSelfBilled = document.IsSelfBilled,
        References = document.References,
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
        ProductId = line.ProductId,
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
