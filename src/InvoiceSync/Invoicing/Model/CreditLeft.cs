using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// What is left of an invoice after all that was taken back: of each line, of each VAT rate and in all, with the signs of the
/// invoice. A line of a rate of which nothing is left has nothing left.
/// </summary>
sealed record CreditLeft(IReadOnlyList<CreditLeft.Line> Lines, IReadOnlyList<CreditLeft.Group> Groups, decimal? VatInRon)
{
    public sealed record Line(InvoiceLine Of, decimal Quantity, decimal Net);

    /// <summary>Lines is the sum of the lines' nets and Charges of the charges; Taxable what of both is left after allowances and amounts given back.</summary>
    public sealed record Group(VatBreakdown Of, decimal Lines, decimal Charges, decimal Taxable, decimal Tax)
    {
        public decimal Total => Taxable + Tax;

        public bool IsOf(VatCategory category, decimal rate) => Of.Category == category && Of.Rate == rate;
    }

    public decimal Vat => Groups.Sum(g => g.Tax);

    public decimal Total => Groups.Sum(g => g.Total);

    public static CreditLeft Of(InvoiceDocument invoice, IReadOnlyList<InvoiceDocument> notes)
    {
        var groups = invoice.Vat.Select(row => Left(row, invoice, notes)).ToList();
        var exhausted = groups.Where(g => g is { Taxable: 0, Tax: 0 } && notes.Count > 0).ToList();
        return new(
            [.. invoice.Lines.Select(line => exhausted.Any(g => g.IsOf(line.Category, line.Rate)) ? new Line(line, 0, 0) : Left(line, notes))],
            groups,
            invoice.VatInRon is { } ron && invoice.Currency != Currency.Ron ? ron.Amount - notes.Sum(n => Turn(n) * (n.VatInRon?.Amount ?? 0)) : null);
    }

    static Line Left(InvoiceLine line, IReadOnlyList<InvoiceDocument> notes)
    {
        var taken = notes.SelectMany(n => n.Lines.Where(l => l.Corrects == line.Id).Select(l => (Quantity: Turn(n) * l.Quantity, Net: Turn(n) * l.Net))).ToList();
        return new(line, line.Quantity - taken.Sum(t => t.Quantity), line.Net - taken.Sum(t => t.Net));
    }

    static Group Left(VatBreakdown row, InvoiceDocument invoice, IReadOnlyList<InvoiceDocument> notes)
    {
        bool IsOf(InvoiceLine line) => line.Category == row.Category && line.Rate == row.Rate;
        decimal Charged(InvoiceDocument document) => document.Charges.Where(c => c.Category == row.Category && c.Rate == row.Rate).Sum(c => c.Amount);
        var taken = notes.SelectMany(n => n.Vat.Where(v => v.Category == row.Category && v.Rate == row.Rate).Select(v => (Taxable: Turn(n) * v.TaxableAmount, Tax: Turn(n) * v.Tax))).ToList();
        return new(
            row,
            invoice.Lines.Where(IsOf).Sum(l => Left(l, notes).Net),
            Charged(invoice) - notes.Sum(n => Turn(n) * Charged(n)),
            row.TaxableAmount - taken.Sum(t => t.Taxable),
            row.Tax - taken.Sum(t => t.Tax));
    }

    // A storno has the opposite signs of what it takes back, a credit note the same.
    static int Turn(InvoiceDocument note) => note.Type == DocumentType.CreditNote ? 1 : -1;
}
