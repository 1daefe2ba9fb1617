namespace InvoiceSync.Invoicing;

/// <summary>What was taxed and the VAT on it, in the documents' currency and in RON as they print it.</summary>
public sealed record TaxFigures(decimal Taxable, decimal Tax, decimal TaxableRon, decimal TaxRon)
{
    public static readonly TaxFigures None = new(0, 0, 0, 0);

    public TaxFigures Plus(TaxFigures other) => new(Taxable + other.Taxable, Tax + other.Tax, TaxableRon + other.TaxableRon, TaxRon + other.TaxRon);
}
