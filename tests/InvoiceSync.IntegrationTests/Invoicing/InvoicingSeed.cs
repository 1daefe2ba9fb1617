using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>A draft, a number series, and a credit note that waits, of a company, each with a canary in it.</summary>
static class InvoicingSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { Notes = ["canary note"] }));
        await portal.Send(company.Owner, new SaveFilter("canary filter", "q=canary"));
        await portal.Send(company.Owner, new PlanBulk("issue", [draft]));
        await portal.Send(company.Owner, new SaveSeries("CANARY", "CANARY{000}", IsDefault: true));
        await portal.Send(company.Owner, new SaveCreditSettings(true, "CANARY"));
        var invoice = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good))));
        await portal.Send(company.Machine, new HoldCredit(new(Guid.CreateVersion7()), invoice, new("canary credit"), company.Owner.Actor, "canary why"));
    }
}
