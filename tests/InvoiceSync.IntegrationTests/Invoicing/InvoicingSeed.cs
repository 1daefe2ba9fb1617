using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>A draft and a number series of a company, each with a canary in it.</summary>
static class InvoicingSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { Notes = ["canary note"] }));
        await portal.Send(company.Owner, new SaveFilter("canary filter", "q=canary"));
        await portal.Send(company.Owner, new PlanBulk("issue", [draft]));
        var schedule = await portal.Send(company.Owner, new ScheduleInvoice(draft, "canary schedule", new(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(-2), 1, ScheduleUnit.Years)));
        await portal.Send(company.Machine, new MakeScheduled(schedule, 0));
        await portal.Send(company.Owner, new SaveSeries("CANARY", "CANARY{000}", IsDefault: true));
    }
}
