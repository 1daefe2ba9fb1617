using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>From an invoice and what is wanted back to the document that takes it back, still without number: 381, or storno.</summary>
static class CreditDocument
{
    // UNTDID 4461: clearing between partners. What is given back is set off, or paid out by other ways.
    const string Clearing = "97";
    const int LongestReason = 300;

    public static InvoiceDocument Of(InvoiceDocument invoice, IReadOnlyList<InvoiceDocument> notes, CreditAsked asked, bool asStorno, DateOnly today)
    {
        var reason = PlainReason(asked.Reason);
        var figures = CreditFigures.Of(invoice, CreditLeft.Of(invoice, notes), asked with { Reason = reason });
        if (asStorno) figures = Turned(figures);
        return invoice with
        {
            Number = "",
            Type = asStorno ? DocumentType.Invoice : DocumentType.CreditNote,
            Corrects = new(invoice.Number, invoice.IssuedOn),
            IssuedOn = today < invoice.IssuedOn ? invoice.IssuedOn : today,
            DueOn = null,
            Lines = figures.Lines,
            Allowances = figures.Allowances,
            Charges = figures.Charges,
            Vat = figures.Vat,
            Totals = figures.Totals,
            VatInRon = figures.VatInRon is { } ron ? invoice.VatInRon! with { Amount = ron } : null,
            PaymentMeans = Clearing,
            Notes = [reason],
        };
    }

    static string PlainReason(string reason)
    {
        var plain = PlainText.Tidy(reason);
        Rule.Require(plain.Length is > 0 and <= LongestReason, CreditErrors.ReasonMissing);
        return plain;
    }

    // BR-27: prices stay positive, quantities turn.
    static CreditFigures Turned(CreditFigures f) => new(
        [.. f.Lines.Select(l => l with { Quantity = -l.Quantity, Discount = -l.Discount, Net = -l.Net })],
        [.. f.Allowances.Select(a => a with { Amount = -a.Amount })],
        [.. f.Charges.Select(c => c with { Amount = -c.Amount })],
        [.. f.Vat.Select(v => v with { TaxableAmount = -v.TaxableAmount, Tax = -v.Tax })],
        new(-f.Totals.LineNet, -f.Totals.Allowances, -f.Totals.TaxExclusive, -f.Totals.Vat, -f.Totals.TaxInclusive, 0, -f.Totals.Payable) { Charges = -f.Totals.Charges },
        -f.VatInRon);
}
