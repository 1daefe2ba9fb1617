using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Reports;

namespace InvoiceSync.Tests.Web.Reports;

public sealed class ReportLinksTests
{
    [Theory]
    [InlineData("own", ReportStep.Day, "invoices?tab=issued&from=2026-11-01&to=2026-11-01&currency=EUR")]
    [InlineData("own", ReportStep.Month, "invoices?tab=issued&from=2026-11-01&to=2026-11-20&currency=EUR")]
    [InlineData("stripe", ReportStep.Month, "sales?from=2026-11-01&to=2026-11-20")]
    public void A_row_leads_to_what_it_is_made_of(string source, ReportStep by, string address)
    {
        var row = new GetSalesReport.Row(new(2026, 11, 1), Currency.Eur, source, SalesFigures.None);
        Assert.Equal(address, ReportLinks.Issued(row, new(new(2026, 10, 1), new(2026, 11, 20), by, [row], [])));
    }
}
