using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Invoicing;

public sealed class NumberSeriesTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    const int Issuers = 64;
    const int Each = 4;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixty_four_issuers_at_once_leave_no_gap_and_no_double_though_some_are_refused()
    {
        var company = await Company.Create(portal, "series-64", hooked: false);
        var good = await Task.WhenAll(Enumerable.Range(0, Issuers * Each).Select(_ => portal.Send(company.Owner, new CreateDraft(Drafts.Good))));
        var broken = await Task.WhenAll(Enumerable.Range(0, Issuers).Select(_ => portal.Send(company.Owner, new CreateDraft(new()))));

        await Task.WhenAll(Enumerable.Range(0, Issuers).Select(issuer => Task.Run(
            async () =>
            {
                foreach (var draft in good.Skip(issuer * Each).Take(Each)) await Issue(company.Owner, draft);
                Assert.Equal(ErrorKind.Invalid, (await portal.As(company.Owner, d => d.Send(new IssueDraft(broken[issuer]), Ct))).Error!.Kind);
            },
            Ct)));

        var numbers = new List<string>();
        foreach (var id in good) numbers.Add((await portal.Ask(company.Owner, new GetInvoice(id))).Document.Number);
        Assert.Equal(Enumerable.Range(1, Issuers * Each), numbers.Select(n => int.Parse(n.Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task A_company_that_began_elsewhere_goes_on_from_its_number_and_steps_over_one_that_is_taken()
    {
        var company = await Company.Create(portal, "series-first", hooked: false);
        await portal.Send(company.Owner, new SaveSeries("CLUJ", "CJ{0000}", First: 240, IsDefault: true));
        Assert.Equal(("CJ0240", false), await Cluj(company));
        Assert.Equal("CJ0240", await Number(company.Owner));
        await portal.Send(company.Machine, new IssueInvoice(new("stripe", "acct_series", false, "Invoice", "in_cj241"), (await Document(company)) with { Number = "CJ0241" }));
        Assert.Equal("CJ0242", await Number(company.Owner));
        Assert.Equal(("CJ0243", true), await Cluj(company));
    }

    [Fact]
    public async Task A_series_that_has_begun_keeps_its_face_and_another_takes_its_place()
    {
        var company = await Company.Create(portal, "series-face", hooked: false);
        await portal.Send(company.Owner, new SaveSeries("A", "A{000}", IsDefault: true));
        await Number(company.Owner);
        Assert.Equal("series.begun", await Refusal(company.Owner, new SaveSeries("A", "A{0000}", IsDefault: true)));
        Assert.Equal("series.pattern_taken", await Refusal(company.Owner, new SaveSeries("B", "A{000}")));
        Assert.Equal("series.last_default", await Refusal(company.Owner, new SaveSeries("A", "A{000}")));
        Assert.Equal("series.pattern_invalid", await Refusal(company.Owner, new SaveSeries("B", "B")));
        Assert.Equal("permission.missing", await Refusal(company.Viewer, new SaveSeries("B", "B{0}")));
        await portal.Send(company.Owner, new SaveSeries("B", "B{000}", IsDefault: true));
        Assert.Equal("B001", await Number(company.Owner));
        Assert.Equal("A002", await Number(company.Owner, "A"));
        Assert.Equal("series.not_found", await Refusal(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good)), "C")));
    }

    [Fact]
    public async Task A_second_series_takes_the_place_of_the_usual_one_only_when_that_is_wanted()
    {
        var company = await Company.Create(portal, "series-second", hooked: false);
        await portal.Send(company.Owner, new SaveSeries("X", "X{000}"));
        Assert.StartsWith("FACT-", await Number(company.Owner), StringComparison.Ordinal);
        Assert.Equal(["FACT", "X"], (await portal.Ask(company.Owner, new ListSeries())).Select(s => s.Name));
    }

    async Task<(string, bool)> Cluj(Company company) =>
        (await portal.Ask(company.Owner, new ListSeries())).Where(s => s.Name == "CLUJ").Select(s => (s.NextNumber, s.HasBegun)).Single();

    async Task Issue(Caller caller, InvoiceId draft)
    {
        while ((await portal.As(caller, d => d.Send(new IssueDraft(draft), Ct))).Error is { } error) Assert.Contains(error.Kind, (ErrorKind[])[ErrorKind.Conflict, ErrorKind.Unavailable]);
    }

    async Task<string> Number(Caller caller, string? series = null)
    {
        var draft = await portal.Send(caller, new CreateDraft(Drafts.Good));
        await portal.Send(caller, new IssueDraft(draft, series));
        return (await portal.Ask(caller, new GetInvoice(draft))).Document.Number;
    }

    async Task<InvoiceDocument> Document(Company company)
    {
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good));
        return (await portal.Ask(company.Owner, new PrepareDraft(draft))).Document!;
    }

    async Task<string> Refusal<T>(Caller caller, ICommand<T> command) => (await portal.As(caller, d => d.Send(command, Ct))).Error!.Code;
}
