using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using InvoiceSync.Sync.News;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>A timetable somebody changed, one of its runs, choices of what is told, and a batch of a sale that is invoiced already.</summary>
static class SyncSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company, string sale)
    {
        await portal.Send(company.Owner, new SaveTimetable(TimetableKind.Full, new(TimingCycle.Monthly, new(4, 15), MonthDay: 2), IsPaused: true));
        await portal.Send(company.Machine, new BeginDueTimetables());
        await portal.Send(company.Owner, new RunTimetable(TimetableKind.Customers));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetTimetables()), t => t.Runs is [{ FinishedAt: not null }]);
        await portal.Send(company.Owner, new SaveNewsSettings(NewsChoice.Nothing));
        await portal.Send(company.Owner, new SaveOwnNews(NewsChoice.Nothing));
        await portal.Send(company.Owner, new SaveNewsHook("https://hooks.example.invalid/canary", NewsChoice.Nothing with { Summary = true }));
        await portal.Send(company.Machine, new QueueNewsPost(NewsKind.Summary, "2026-11-20", "{}"));
        await portal.Send(company.Owner, new RefuseTaxIdGuess("canary-payer@client.example", "18547290"));
        var batch = await portal.Send(company.Owner, new StartBatch([new(new(SaleKind.Invoice, sale), new())]));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetBatch(batch)), b => b.State is BatchState.Finished);
    }
}
