using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>A draft, a number series and a design of a company, each with a canary in it, and links to its invoices.</summary>
static class InvoicingSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { Notes = ["canary note"] }));
        await portal.Send(company.Owner, new SaveSeries("CANARY", "CANARY{000}", IsDefault: true));
        var logo = await portal.Send(company.Owner, new KeepLogo(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")));
        await portal.Send(company.Owner, new SaveInvoiceDesign(new() { Footer = "canary footer", Logo = logo }));
        foreach (var invoice in (await portal.Ask(company.Owner, new ListInvoices())).Rows) await portal.Send(company.Owner, new ShareInvoice(invoice.Id));
    }
}
