using System.Buffers.Text;
using System.Net;
using InvoiceSync.Connectors.Chromium;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>An invoice for whoever holds its link, and for nobody else.</summary>
[Collection(RestPortal.Name)]
public sealed class SharedInvoiceTests(PortalUnderTest portal)
{
    const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows_what_is_due_without_script_and_is_kept_by_nobody()
    {
        var company = await Company.Create(portal, "share-page", hooked: false);
        var invoice = await RestPortal.Issue(portal, company, RestPortal.Document("SH-1", new(2026, 11, 2), 100, buyer: "<script>Buyer"));
        var link = await portal.Send(company.Owner, new ShareInvoice(invoice));
        Assert.Equal(link, await portal.Send(company.Owner, new ShareInvoice(invoice)));

        using var answer = await Visit(link, agent: Firefox, language: "ro-RO");
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All((string[])["SH-1", "121,00", "lang=\"ro\"", "Descarcă PDF", "&lt;script&gt;Buyer"], text => Assert.Contains(text, WebUtility.HtmlDecode(page) + page, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none'; style-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(("no-store", "noindex, nofollow, noarchive", "no-referrer"), (answer.Headers.CacheControl!.ToString(), answer.Headers.GetValues("X-Robots-Tag").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
        using var english = await Visit(link, agent: Firefox, language: "en");
        Assert.Contains("Download PDF", await english.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_counts_once_and_scanners_previews_and_own_people_do_not()
    {
        var company = await Company.Create(portal, "share-seen", hooked: false);
        var invoice = await RestPortal.Issue(portal, company);
        var link = await portal.Send(company.Owner, new ShareInvoice(invoice));
        (await Visit(link, agent: Firefox, head: true)).Dispose();
        (await Visit(link, agent: "Mozilla/5.0 (compatible; Slackbot 1.0)")).Dispose();
        (await Visit(link, agent: Firefox, language: null)).Dispose();
        (await Visit(link, agent: Firefox, purpose: "prefetch;prerender")).Dispose();
        var browser = await Browser.SignedIn(portal.Address, company.Email);
        browser.Http.DefaultRequestHeaders.UserAgent.ParseAdd(Firefox);
        browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        (await browser.Http.GetAsync(new Uri(link), Ct)).Dispose();
        Assert.Null((await Seen(company, invoice)).ViewedAt);

        (await Visit(link, agent: Firefox)).Dispose();
        var seen = await Seen(company, invoice);
        Assert.NotNull(seen.ViewedAt);
        Assert.Null(seen.DownloadedAt);
        (await Visit(link, agent: Firefox)).Dispose();
        Assert.Equal(seen, await Seen(company, invoice));
        Assert.Equal(1L, await Databases.Database.Ask(portal.Database.Platform, $"select count(*) from kernel.events where tenant_id = '{company.Id.Value}' and name = 'invoice.viewed'", Ct));
    }

    [Fact]
    public async Task Unknown_withdrawn_wrong_and_foreign_links_are_one_answer()
    {
        var company = await Company.Create(portal, "share-gone", hooked: false);
        var other = await Company.Create(portal, "share-other", hooked: false);
        var (mine, theirs) = (await RestPortal.Issue(portal, company), await RestPortal.Issue(portal, other, RestPortal.Document("THEIRS-1", new(2026, 11, 2), 55)));
        var (link, foreign) = (await portal.Send(company.Owner, new ShareInvoice(mine)), await portal.Send(other.Owner, new ShareInvoice(theirs)));
        var answers = new List<string> { await Text(link[..^6] + "AAAAAA"), await Text(link[..link.LastIndexOf('/')] + "/nothing") };
        // The other company's link in my company's name: its row is behind another fence.
        var (ours, its) = (Base64Url.DecodeFromChars(link.AsSpan()[^75..]), Base64Url.DecodeFromChars(foreign.AsSpan()[^75..]));
        answers.Add(await Text(link[..^75] + Base64Url.EncodeToString([.. ours[..16], .. its[16..]])));
        await portal.Send(company.Owner, new WithdrawInvoiceLinks(mine));
        answers.Add(await Text(link));
        Assert.Single(answers.Distinct());
        Assert.StartsWith("404", answers[0], StringComparison.Ordinal);
        Assert.DoesNotContain("THEIRS", string.Concat(answers), StringComparison.Ordinal);
        Assert.StartsWith("200", await Text(foreign), StringComparison.Ordinal);
        Assert.NotEqual(link, await portal.Send(company.Owner, new ShareInvoice(mine)));
        Assert.Equal("invoice.not_found", (await portal.As(company.Owner, d => d.Send(new ShareInvoice(theirs), Ct))).Error!.Code);
        Assert.Empty(await portal.Ask(company.Owner, new FindInvoiceLinks([theirs])));
    }

    [Fact]
    public async Task Only_who_may_send_invoices_gets_the_address()
    {
        var company = await Company.Create(portal, "share-may", hooked: false);
        var invoice = await RestPortal.Issue(portal, company);
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new ShareInvoice(invoice), Ct))).Error!.Code);
        var link = await portal.Send(company.Owner, new ShareInvoice(invoice));
        Assert.Null((await portal.Ask(company.Viewer, new FindInvoiceLinks([invoice])))[invoice].Address);
        Assert.Equal(link, (await portal.Ask(company.Owner, new FindInvoiceLinks([invoice])))[invoice].Address);
    }

    [Fact]
    public async Task What_a_link_opens_is_open_to_nobody_without_one()
    {
        var company = await Company.Create(portal, "share-inside", hooked: false);
        var invoice = await RestPortal.Issue(portal, company);
        Assert.Equal("invoice_link.not_found", await Refusal(Caller.Nobody, new GetSharedInvoice("nothing")));
        Assert.Equal("invoice_link.not_found", await Refusal(Caller.Nobody, new PrintSharedInvoice("nothing")));
        Assert.Equal("invoice_link.not_found", await Refusal(Caller.Nobody, new NoteSharedInvoice("nothing")));
        // The steps behind them want a proved link, which no role is.
        Assert.Equal("permission.missing", (await portal.As(company.Owner, d => d.Ask(new OpenInvoiceLink(default, []), Ct))).Error!.Code);
        Assert.Equal("permission.missing", (await portal.As(company.Owner, d => d.Ask(new ShowSharedInvoice(invoice), Ct))).Error!.Code);
        Assert.Equal("permission.missing", await Refusal(company.Owner, new MarkInvoiceLink(default, false)));
    }

    [Fact]
    public async Task The_PDF_is_taken_by_link_and_by_key_and_keeps_the_design_of_its_day()
    {
        if (new ChromiumSettings().Find() is null) Assert.Skip("There is no Chromium on this machine: install the package chromium.");
        var company = await Company.Create(portal, "share-pdf", hooked: false);
        var invoice = await RestPortal.Issue(portal, company, RestPortal.Document("PDF 1/2", new(2026, 11, 2), 100));
        var link = await portal.Send(company.Owner, new ShareInvoice(invoice));
        using var answer = await Visit(link + "/pdf", agent: Firefox);
        Assert.Equal(("application/pdf", "PDF-1-2.pdf"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        Assert.StartsWith("%PDF", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.NotNull((await Seen(company, invoice)).DownloadedAt);
        Assert.Equal("PDF-1-2.pdf", (await portal.Ask(company.Viewer, new PrintInvoice(invoice))).FileName);
    }

    async Task<string> Refusal<T>(Caller caller, ICommand<T> command) => (await portal.As(caller, d => d.Send(command, Ct))).Error!.Code;

    async Task<FindInvoiceLinks.Link> Seen(Company company, InvoiceId invoice) => (await portal.Ask(company.Owner, new FindInvoiceLinks([invoice])))[invoice];

    async Task<string> Text(string link)
    {
        using var answer = await Visit(link, Firefox);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}";
    }

    async Task<HttpResponseMessage> Visit(string link, string agent, string? language = "en", string? purpose = null, bool head = false)
    {
        using var http = portal.Client();
        using var request = new HttpRequestMessage(head ? HttpMethod.Head : HttpMethod.Get, new Uri(portal.Address, new Uri(link).PathAndQuery));
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        if (language is not null) request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (purpose is not null) request.Headers.TryAddWithoutValidation("Sec-Purpose", purpose);
        return await http.SendAsync(request, Ct);
    }
}
