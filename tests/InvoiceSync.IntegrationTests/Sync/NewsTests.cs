using InvoiceSync.Access;
using InvoiceSync.Cli.Shell;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Sync;
using InvoiceSync.Sync.News;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>Who is told what, once: by the company's word, by their own, and never about another company.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class NewsTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(2).UtcDateTime);

    [Fact]
    public async Task A_batch_is_told_once_to_those_who_want_it_and_to_nobody_before_somebody_said_so()
    {
        var (company, other) = (await Company.Create(portal, "news", hooked: false), await Company.Create(portal, "news-other", hooked: false));
        await portal.Send(other.Owner, new SaveNewsSettings(new(true, true, true)));
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        await Processed(company, id);
        Assert.Empty(await Told(company));

        await portal.Send(company.Owner, new SaveNewsSettings(new(Finished: true, Failed: true), Language: "en"));
        var batch = await Processed(company, id);
        var mail = Assert.Single(await Told(company));
        Assert.Equal((company.Email, $"Sales processed together: finished (Company {company.Slug})"), (mail.To, mail.Letter.Subject));
        await portal.Send(company.Machine, new TellNews(NewsKind.Finished, batch.ToString(), NewsSubject.Batch, 1, 0));
        await portal.Send(company.Machine, new TellNews(NewsKind.Finished, batch.ToString(), NewsSubject.Batch, 1, 0)); // a node that died between two mails
        Assert.Equal(2, (await Told(company)).Count);

        // A reader who chose it is told too, and an owner who wants silence has it.
        await portal.Send(company.Viewer, new SaveOwnNews(new(Failed: true)));
        await portal.Send(company.Owner, new SaveOwnNews(NewsChoice.Nothing));
        await Processed(company, "in_nowhere");
        Assert.Equal([$"viewer@{company.Slug}.example"], (await Told(company)).Skip(2).Select(m => m.To));
        Assert.Equal(new NewsChoice(Failed: true), (await portal.Ask(company.Viewer, new GetNewsSettings())).Own);
        await portal.Send(company.Owner, new SaveOwnNews(null));
        Assert.Equal([company.Email], (await portal.Ask(company.Machine, new ListListeners(NewsKind.Finished))).People.Select(p => p.Email));
        Assert.Empty(await Told(other));
    }

    [Fact]
    public async Task A_days_summary_goes_to_each_once_and_an_empty_day_is_quiet()
    {
        var company = await Company.Create(portal, "summary", hooked: false);
        await portal.Send(company.Owner, new SaveNewsSettings(new(Summary: true), Language: "en"));
        Assert.Equal(0, (await portal.Send(company.Owner, new SendSummary(Today))).People);
        foreach (var id in await portal.Practice.Sell(company.Slug, "company", 2)) await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, id), new()));
        var day = (await portal.Ask(company.Owner, new ListSales())).Rows[0].SoldAt;
        var figures = await portal.Ask(company.Owner, new GetDaySummary(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(day, TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest")).DateTime)));
        Assert.Equal(2, figures.Sales);
        Assert.True(Assert.Single(figures.Totals).Amount > 0);

        using var output = new StringWriter();
        for (var time = 0; time < 2; time++) Assert.Equal(ExitCode.Fine, await Run(company, output, "send-summary", "--date", figures.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("2 sales", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 sales", Assert.Single(await Told(company)).Letter.Text, StringComparison.Ordinal);
        Assert.Equal("notification.day_invalid", (await portal.As(company.Owner, d => d.Send(new SendSummary(Today.AddDays(2)), Ct))).Error?.Code);

        await portal.Send(company.Owner, new SaveNewsSettings(NewsChoice.Nothing));
        await portal.Send(company.Machine, new SendDueSummary());
        Assert.Single(await Told(company));
    }

    [Fact]
    public async Task Only_who_may_says_what_the_company_tells_and_only_people_are_told()
    {
        var company = await Company.Create(portal, "news-rights", hooked: false);
        Assert.Equal("permission.missing", await Refusal(company.Viewer, new SaveNewsSettings(new(true))));
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new SendSummary(Today), Ct))).Error?.Code);
        // It tells of everybody's sales, so one's own are not enough.
        var member = new Caller(company.Id, "usr_member", new HashSet<string> { "invoice.create", "invoice.read", "invoice.read.own" });
        Assert.Equal("permission.missing", (await portal.As(member, d => d.Send(new SendSummary(Today), Ct))).Error?.Code);
        Assert.Null((await portal.As(member with { Permissions = new HashSet<string> { "invoice.create", "invoice.read", "invoice.read.all" } }, d => d.Send(new SendSummary(Today), Ct))).Error);
        Assert.Equal("notification.language_unknown", await Refusal(company.Owner, new SaveNewsSettings(new(true), Language: "fr")));
        Assert.Equal("notification.persons_only", await Refusal(company.Machine, new SaveOwnNews(new(true))));
        Assert.Equal(new GetNewsSettings.View(NewsChoice.Nothing, true, "ro", null), await portal.Ask(company.Owner, new GetNewsSettings()));
    }

    [Fact]
    public async Task A_system_of_the_companys_own_is_told_once_and_tried_again_while_it_is_away()
    {
        var company = await Company.Create(portal, "news-hook", hooked: false);
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new SaveNewsHook("https://hooks.example.invalid/x", new(true)), Ct))).Error?.Code);
        Assert.Equal("notification.address_refused", (await portal.As(company.Owner, d => d.Send(new SaveNewsHook("https://10.0.0.1/x", new(true)), Ct))).Error?.Code);
        Assert.Equal("notification.address_missing", (await portal.As(company.Owner, d => d.Send(new TestNewsHook(), Ct))).Error?.Code);
        Assert.NotNull((await portal.Send(company.Owner, new SaveNewsHook("https://hooks.example.invalid/x", new(Finished: true)))).Secret);
        Assert.Equal("unreachable", (await portal.Send(company.Owner, new TestNewsHook())).Problem);

        for (var time = 0; time < 2; time++) await portal.Send(company.Machine, new TellNews(NewsKind.Finished, "bat_1:1", NewsSubject.Batch, 1, 0));
        await portal.Send(company.Machine, new TellNews(NewsKind.Failed, "bat_1:2", NewsSubject.Batch, 1, 0)); // not asked for
        var post = (await Eventually.Seen(() => portal.Ask(company.Owner, new GetNewsHook()), h => h.Posts is [{ Tries: > 1 }])).Posts[0];
        Assert.Equal((NewsPostState.Waiting, "unreachable", null), (post.State, post.Problem, post.Status));

        await portal.Send(company.Owner, new DropNewsHook());
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetNewsHook()), h => h is { Address: null, Posts: [{ State: NewsPostState.GivenUp }] });
    }

    [Fact]
    public async Task A_day_is_told_to_the_companys_own_system_once_and_only_when_it_is_over()
    {
        var company = await Company.Create(portal, "news-day", hooked: false);
        await portal.Send(company.Owner, new SaveNewsSettings(NewsChoice.Nothing, SkipsEmpty: false));
        await portal.Send(company.Owner, new SaveNewsHook("https://hooks.example.invalid/x", new(Summary: true)));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest")).DateTime);
        await portal.Send(company.Owner, new SendSummary(today));
        Assert.Empty((await portal.Ask(company.Owner, new GetNewsHook())).Posts);
        for (var time = 0; time < 2; time++) await portal.Send(company.Owner, new SendSummary(today.AddDays(-1)));
        Assert.Equal(NewsKind.Summary, Assert.Single((await portal.Ask(company.Owner, new GetNewsHook())).Posts).Kind);
        await portal.Send(company.Owner, new DropNewsHook());
    }

    [Fact]
    public async Task A_company_tells_its_people_in_its_own_words_and_goes_back_to_the_standard_ones()
    {
        var company = await Company.Create(portal, "news-words", hooked: false);
        await portal.Send(company.Owner, new SaveNewsSettings(new(Finished: true), Language: "en"));
        var own = new Letter("Gata: {{what}}", "{{done}} / {{open}} {{person_name}}", "<p>{{done}} / {{open}} {{person_name}}</p>");
        Assert.Equal("template.tag_unknown", await Refusal(company.Owner, new SaveMailTemplate(MailKind.RunFinished, "en", own with { Text = "{{iban}}" })));
        await portal.Send(company.Owner, new SaveMailTemplate(MailKind.RunFinished, "en", own));
        await portal.Send(company.Machine, new TellNews(NewsKind.Finished, "bat_1:1", NewsSubject.Batch, 3, 1));
        Assert.Equal("Gata: Sales processed together", Assert.Single(await Told(company)).Letter.Subject);

        await portal.Send(company.Owner, new SaveMailTemplate(MailKind.RunFinished, "en", null));
        await portal.Send(company.Machine, new TellNews(NewsKind.Finished, "bat_1:2", NewsSubject.Batch, 3, 1));
        Assert.StartsWith("Sales processed together: finished", (await Told(company))[^1].Letter.Subject, StringComparison.Ordinal);
    }

    async Task<BatchId> Processed(Company company, string id)
    {
        var batch = await portal.Send(company.Owner, new StartBatch([new(new(SaleKind.Invoice, id), new())]));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetBatch(batch)), b => b.State is BatchState.Finished);
        return batch;
    }

    // Whatever is to be told is told.
    Task<long> Settled(Company company) => Eventually.Seen(
        async () => (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from kernel.work_items where tenant_id = '{company.Id.Value}' and name in ('TellNews', 'SendMail', 'RunBatch')", Ct))!, n => n == 0);

    async Task<IReadOnlyList<ListKeptMails.Row>> Told(Company company)
    {
        await Settled(company);
        return [.. (await portal.Ask(company.Machine, new ListKeptMails())).OrderBy(m => m.Id.Value)];
    }

    async Task<string?> Refusal(Caller who, ICommand<Done> command) => (await portal.As(who, d => d.Send(command, Ct))).Error?.Code;

    async Task<int> Run(Company company, StringWriter output, params string[] words)
    {
        using var caller = await ApiCaller.Of(portal, company, Roles.Owner);
        var variables = new Dictionary<string, string> { ["INVOICESYNC_API_URL"] = portal.Address.ToString(), ["INVOICESYNC_API_KEY"] = caller.Key! };
        return await CommandLine.Run(words, new Surroundings(output, TextWriter.Null, false, variables.GetValueOrDefault, TimeProvider.System), Ct);
    }
}
