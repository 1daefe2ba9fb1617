using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>The invoice a design is tried on: two rates, a discount, a long name.</summary>
static class SampleDocument
{
    static readonly Seller Nobody = new("Compania dumneavoastră SRL", "12345674", true, "J12/345/2026", new("Str. Exemplului 1", null, "Cluj-Napoca", "400001", "RO-CJ", "RO"), "facturi@exemplu.ro", null, "RO49AAAA1B31007593840000", "Banca Exemplu");

    public static InvoiceDocument Of(Seller? seller) => new()
    {
        Number = "FACT-2026-0042",
        IssuedOn = new(2026, 11, 20),
        DueOn = new(2026, 12, 20),
        Currency = Currency.Ron,
        Seller = seller ?? Nobody,
        Buyer = new(BuyerKind.Company, "Exemplu Client SRL", "18547290", "RO18547290", new("Bd. Unirii 20", null, "SECTOR3", "030833", "RO-B", "RO"), "client@exemplu.ro"),
        Lines =
        [
            new("1", "Consultanță", "Analiză și raport", 40, "HUR", 150, 0, 6000, VatCategory.S, 21),
            new("2", "Manual tipărit, ediția a doua", null, 12, "H87", 49.5m, 54, 540, VatCategory.S, 11),
        ],
        Vat = [new(VatCategory.S, 21, 6000, 1260), new(VatCategory.S, 11, 540, 59.4m)],
        Totals = new(6540, 0, 6540, 1319.4m, 7859.4m, 0, 7859.4m),
        PaymentMeans = "30",
        Notes = ["Vă mulțumim!"],
    };
}
