using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>A draft with a file, a schedule, a quote, a number series, a credit note that waits, and a design of a company, each with a canary in it, and links to its invoices.</summary>
static class InvoicingSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { Notes = ["canary note"] }));
        await portal.Send(company.Owner, new AttachFile(draft, "canary.csv", "canary file"u8.ToArray()));
        await portal.Send(company.Owner, new SaveFilter("canary filter", "q=canary"));
        await portal.Send(company.Owner, new PlanBulk("issue", [draft]));
        var schedule = await portal.Send(company.Owner, new ScheduleInvoice(draft, new("canary schedule", SchedulesScene.Weekly())));
        await portal.Send(company.Machine, new MakeScheduled(schedule, 0, SchedulesScene.Today));
        var estimate = await portal.Send(company.Owner, new MakeEstimate(await portal.Send(company.Owner, new CreateDraft(Drafts.Good)), EstimateKind.Quote, SchedulesScene.Today));
        await portal.Send(company.Owner, new InvoiceEstimate(estimate));
        await portal.Send(company.Owner, new SaveSeries("CANARY", "CANARY{000}", IsDefault: true));
        await portal.Send(company.Owner, new SaveCreditSettings(true, "CANARY"));
        await portal.Send(company.Owner, new SaveMappingRules(new() { ExemptionLaw = "canary law" }));
        await portal.Send(company.Owner, new MapCustomer("canary@example.ro", "18547290"));
        var invoice = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good))));
        await portal.Send(company.Machine, new HoldCredit(new(Guid.CreateVersion7()), invoice, new("canary credit"), company.Owner.Actor, "canary why"));
        await portal.Send(company.Owner, new SaveReminderPlan(true, [1], true));
        await portal.Send(company.Machine, new SealReminder(invoice, 1, 7260, null, null, ReminderOutcome.NoAddress, null));
        var logo = await portal.Send(company.Owner, new KeepLogo(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")));
        await portal.Send(company.Owner, new SaveInvoiceDesign(new() { Footer = "canary footer", Logo = logo }));
        foreach (var shared in (await portal.Ask(company.Owner, new ListInvoices())).Rows) await portal.Send(company.Owner, new ShareInvoice(shared.Id));
    }
}
