using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Sync;
using InvoiceSync.Sync.News;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>What must be filed and until when, and who is told of it on which day, by a clock that is moved.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class DeadlinesTests(PortalUnderTest portal)
{
    static readonly TimeZoneInfo Bucharest = TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sales_that_wait_for_a_person_and_refused_invoices_stand_there_and_accepted_ones_do_not()
    {
        var company = await Company.Create(portal, "radar-rows", hooked: false);
        var parked = await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug, "no-address"))), new()));
        var accepted = await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug))), new()));
        var refused = await Refused(company);

        var view = await Eventually.Seen(() => portal.Ask(company.Viewer, new GetDeadlines()), v => v.Rows.Count == 2 && v.Rows.Any(r => r.State == SaleState.Refused));
        Assert.Equal([parked.Sale, null], view.Rows.Select(r => r.Sale).OrderBy(s => s is null));
        Assert.DoesNotContain(view.Rows, r => r.Invoice == accepted.Invoice);
        Assert.All(view.Rows, r => Assert.InRange(r.WorkingDaysLeft, 4, 5));
        Assert.NotEmpty(view.Rows.Single(r => r.Sale == parked.Sale).Reason!);
        Assert.Equal([0, 0, 0, 2], view.Sums.Select(s => s.Count));
        Assert.Equal(view.Rows.Sum(r => r.Total.Amount), view.Sums[^1].Totals.Sum(t => t.Amount));
        Assert.Equal(view.Rows, (await portal.Ask(company.Viewer, new GetOverview())).DueNext);
        Assert.Equal(refused, Assert.Single(await portal.Ask(company.Viewer, new ListUnfiled(DateOnly.MinValue))).Id);
        Assert.Empty((await portal.Ask(new Caller(company.Id, "usr_somebody", Roles.Of(Roles.TeamMember)), new GetDeadlines())).Rows);
    }

    [Fact]
    public async Task The_size_of_the_company_decides_the_fine_and_only_who_keeps_settings_says_it()
    {
        var company = await Company.Create(portal, "radar-size", hooked: false);
        Assert.Equal((CompanySize.Other, new LateFine(1_000, 2_500)), await Seen());
        await portal.Send(company.Owner, new ChooseCompanySize(CompanySize.Large));
        Assert.Equal((CompanySize.Large, new LateFine(5_000, 10_000)), await Seen());
        Assert.Equal("company.size_unknown", (await portal.Try(company.Owner, new ChooseCompanySize((CompanySize)9))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.Try(company.Viewer, new ChooseCompanySize(CompanySize.Medium))).Error?.Code);

        async Task<(CompanySize, LateFine)> Seen() => await portal.Ask(company.Viewer, new GetDeadlines()) is var view ? (view.Size, view.Fine) : default;
    }

    [Fact]
    public async Task On_the_second_third_and_fourth_working_day_people_are_told_once_however_often_it_is_asked_and_killed()
    {
        var company = await Company.Create(portal, "radar-mails", hooked: false);
        var refused = await Refused(company);
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetDeadlines()), v => v.Rows.Count == 1);
        var issued = (await portal.Ask(company.Owner, new GetInvoice(refused))).Document.IssuedOn;
        Assert.Equal([company.Owner.Actor], (await portal.Ask(company.Machine, new ListFilers())).Select(f => f.Id.ToString())); // the viewer may not file

        var clock = new MovableClock(TimeProvider.System.GetUtcNow());
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, services => services.AddSingleton<TimeProvider>(clock), "--InvoiceSync:Roles=portal,api");
        var told = new List<long>();
        for (var day = 0; day <= 6; day++)
        {
            var on = WorkingDays.After(issued, day);
            await At(on, 7); // too early
            told.Add(await Told(company));
            await At(on, 9, times: 3);
            await At(on, 17);
            told.Add(await Told(company));
        }

        await At(Saturday(issued), 9);
        Assert.Equal(3L, await Told(company));
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 3], told);
        Assert.Equal(3L, await Count($"select count(*) from sync.deadline_warnings where tenant_id = '{company.Id.Value}' and subject = '{refused.Value}'"));

        // Without jobs: what it queues is due on that day, so nobody does it here.
        async Task At(DateOnly day, int hour, int times = 1)
        {
            var local = day.ToDateTime(new TimeOnly(hour, 0));
            clock.Pass(new DateTimeOffset(local, Bucharest.GetUtcOffset(local)) - clock.GetUtcNow());
            // Two at once collide on the key; the loser is asked again and finds nothing to tell.
            await Task.WhenAll(Enumerable.Range(0, times).Select(_ => node.Try(company.Machine, new WarnOfDeadlines())));
        }
    }

    [Fact]
    public async Task A_mail_told_again_after_a_crash_is_the_same_mail_and_who_wants_none_gets_none()
    {
        var company = await Company.Create(portal, "radar-muted", hooked: false);
        var tell = new TellOfDeadlines("crash", 0, 2, 0);
        await portal.Send(company.Machine, tell);
        await portal.Send(company.Machine, tell);
        Assert.Equal(1L, await Mails(company));

        Assert.Equal("permission.missing", (await portal.Try(company.Viewer, new MuteDeadlines(true))).Error?.Code);
        await portal.Send(company.Owner, new MuteDeadlines(true));
        await portal.Send(company.Owner, new MuteDeadlines(true));
        Assert.Equal([company.Owner.Actor], await portal.Ask(company.Machine, new ListMuted()));
        Assert.True((await portal.Ask(company.Owner, new GetDeadlines())).IsMuted);
        await portal.Send(company.Machine, tell with { Cause = "later" });
        Assert.Equal(1L, await Mails(company));
        await portal.Send(company.Owner, new MuteDeadlines(false));
        await portal.Send(company.Machine, tell with { Cause = "latest" });
        Assert.Equal(2L, await Mails(company));
    }

    [Theory]
    [InlineData(19, "- 19 documente sunt în", "- 19 documents are on")]
    [InlineData(20, "- 20 de documente sunt în", "- 20 documents are on")]
    [InlineData(120, "- 120 de documente sunt în", "- 120 documents are on")]
    public async Task A_mail_counts_documents_as_its_language_does(int count, string romanian, string english)
    {
        var company = await Company.Create(portal, $"radar-{count}", hooked: false);
        await portal.Send(company.Machine, new TellOfDeadlines("count", 0, count, 0));
        var letter = Assert.Single(await Eventually.Seen(() => portal.Ask(company.Machine, new ListKeptMails()), kept => kept.Count > 0)).Letter;
        Assert.Contains(romanian, letter.Text, StringComparison.Ordinal);
        Assert.Contains(english, letter.Text, StringComparison.Ordinal);
    }

    async Task<InvoiceId> Refused(Company company) => await portal.Send(company.Owner, new IssueDraft(await portal.Send(
        company.Owner, new CreateDraft(Drafts.Good with { Buyer = Drafts.Good.Buyer with { TaxId = "RO40999992" } })))); // not in the practice register

    static DateOnly Saturday(DateOnly day) => day.AddDays(((int)DayOfWeek.Saturday - (int)day.DayOfWeek + 7) % 7);

    Task<long> Told(Company company) => Count($"select count(*) from kernel.work_items where tenant_id = '{company.Id.Value}' and name = 'TellOfDeadlines'");

    Task<long> Mails(Company company) => Count($"select count(*) from messaging.mails where key like 'deadline:{company.Id}:%'");

    async Task<long> Count(string sql) => (long)(await Database.Ask(portal.Database.Platform, sql, Ct))!;
}
