using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>Schedules of practice companies, and the passing of days, which nobody waits for.</summary>
static class SchedulesScene
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest")).DateTime);

    public static ScheduleTerms Weekly(int? count = 4) => new(Today, 1, ScheduleUnit.Weeks, Count: count);

    extension(PortalUnderTest portal)
    {
        public async Task<ScheduleId> Repeat(Company company, ScheduleTerms terms, bool issues = false, bool mails = false, DraftContent? content = null) => await portal.Send(
            company.Owner, new ScheduleInvoice(await portal.Send(company.Owner, new CreateDraft(content ?? Drafts.Good)), new("Chirie", terms, issues, mails)));

        public Task<GetSchedule.View> Schedule(Company company, ScheduleId schedule) => portal.Ask(company.Viewer, new GetSchedule(schedule));

        /// <summary>How many rows of a table are the company's.</summary>
        public async Task<long> Count(string table, Company company) => (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from {table} where tenant_id = '{company.Id.Value}'", Ct))!;

        /// <summary>As if it had begun so many days earlier and nothing had run since.</summary>
        public Task Miss(ScheduleId schedule, int days) => Database.Ask(
            portal.Database.Platform,
            $$"""update invoicing.schedules set terms = jsonb_set(terms, '{first}', to_jsonb(((terms->>'first')::date - {{days}})::text)), next_on = next_on - {{days}} where id = '{{schedule.Value}}'""",
            Ct);
    }
}
