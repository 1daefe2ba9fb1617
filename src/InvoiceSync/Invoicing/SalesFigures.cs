namespace InvoiceSync.Invoicing;

/// <summary>
/// What documents come to in their currency, and in RON by the rate each of them holds. Credit notes count with their sign;
/// WithoutRon are the documents that hold no rate and so are missing in RON.
/// </summary>
public sealed record SalesFigures(long Documents, decimal Net, decimal Vat, decimal Gross, decimal NetRon, decimal VatRon, long WithoutRon)
{
    public static readonly SalesFigures None = new(0, 0, 0, 0, 0, 0, 0);

    public decimal GrossRon => NetRon + VatRon;

    public SalesFigures Plus(SalesFigures other) => new(
        Documents + other.Documents, Net + other.Net, Vat + other.Vat, Gross + other.Gross, NetRon + other.NetRon, VatRon + other.VatRon, WithoutRon + other.WithoutRon);
}
