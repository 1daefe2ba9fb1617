using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Payments;

/// <summary>A payment of a company for an invoice of its own, with canaries in it.</summary>
static class PaymentsSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        var document = SampleInvoices.Ron with { Number = "CANARY-PAID", Buyer = SampleInvoices.Company with { Name = "Canary Payer SRL" } };
        var invoice = await portal.Send(company.Machine, new IssueInvoice(InvoiceSource.Own(new(Guid.CreateVersion7())), document));
        await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), document.IssuedOn, new(150, Currency.Ron), PaymentMethod.Cash, [new(invoice)])
        {
            Reference = "canary reference",
            Note = "canary note",
        });
    }
}
