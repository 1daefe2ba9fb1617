using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>The figures of one row with the decimals of their currencies, so that 6000 is written 6000.00.</summary>
readonly struct Shown(SalesFigures figures, Currency currency)
{
    public decimal Net => new Money(figures.Net, currency).Shown();

    public decimal Vat => new Money(figures.Vat, currency).Shown();

    public decimal Gross => new Money(figures.Gross, currency).Shown();

    public decimal NetRon => Ron(figures.NetRon);

    public decimal VatRon => Ron(figures.VatRon);

    public decimal GrossRon => Ron(figures.GrossRon);

    public static decimal Ron(decimal amount) => new Money(amount, Currency.Ron).Shown();
}
