using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Customers;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>A pro-forma is made of a draft, counts apart, is booked nowhere, and becomes one invoice.</summary>
[Collection(RestPortal.Name)]
public sealed class EstimatesTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static DateOnly Until => SchedulesScene.Today.AddDays(30);

    [Fact]
    public async Task It_takes_the_draft_counts_apart_from_invoices_and_is_booked_and_filed_nowhere()
    {
        var company = await Company.Create(portal, "est-apart", hooked: false);
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good));
        var (first, second, quote) = (await Make(company, draft), await Make(company), await Make(company, kind: EstimateKind.Quote));
        Assert.Equal("draft.not_found", (await portal.As(company.Owner, d => d.Ask(new GetDraft(draft), Ct))).Error?.Code);
        var year = SchedulesScene.Today.Year;
        Assert.Equal([$"PF-{year}-0001", $"PF-{year}-0002", $"OF-{year}-0001"], new[] { await Seen(company, first), await Seen(company, second), await Seen(company, quote) }.Select(e => e.Document.Number));
        Assert.Equal(7260m, (await Seen(company, first)).Document.Totals.TaxInclusive);
        Assert.Equal(0L, await portal.Count("ledger.entries", company));
        Assert.Equal(0L, await portal.Count("invoicing.invoices", company));
        Assert.Equal(0L, await portal.Count("fiscal.filings", company));

        // A series of invoices that looks the same counts from its own beginning.
        await portal.Send(company.Owner, new SaveSeries("PF", "PF-{yyyy}-{0000}", IsDefault: true));
        var invoice = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good))));
        Assert.Equal($"PF-{year}-0001", (await portal.Ask(company.Owner, new GetInvoice(invoice))).Document.Number);
    }

    [Fact]
    public async Task Of_one_estimate_one_invoice_is_made_however_many_press_at_once_and_both_know_of_the_other()
    {
        var company = await Company.Create(portal, "est-once", hooked: false);
        var estimate = await Make(company);
        var tried = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => portal.As(company.Owner, d => d.Send(new InvoiceEstimate(estimate), Ct)), Ct)));
        var made = Assert.Single(tried.Where(t => t.IsOk).Select(t => t.OrThrow()).Distinct());
        Assert.All(tried.Where(t => !t.IsOk), t => Assert.Equal(ErrorKind.Conflict, t.Error!.Kind));
        Assert.Equal(made, await portal.Send(company.Owner, new InvoiceEstimate(estimate)));
        Assert.Equal(made, Assert.Single((await portal.Ask(company.Owner, new ListDrafts())).Rows).Id);
        Assert.Equal((EstimateStatus.Invoiced, made), (await Seen(company, estimate)) is var seen ? (seen.Status, seen.Invoice!.Value) : default);
        await portal.Send(company.Owner, new IssueDraft(made));
        Assert.Equal(estimate, (await portal.Ask(company.Viewer, new GetOrigin(made))).Estimate);

        // One that has forgotten its invoice meets the key; without the key there would be two.
        await Database.Ask(portal.Database.Platform, $"update invoicing.estimates set invoice = null where id = '{estimate.Value}'", Ct);
        Assert.Equal("row.duplicated", await Refusal(company.Owner, new InvoiceEstimate(estimate)));
        Assert.Empty((await portal.Ask(company.Owner, new ListDrafts())).Rows);
        await Database.Ask(portal.Database.Platform, $"delete from invoicing.estimate_invoices where estimate = '{estimate.Value}'", Ct);
        Assert.NotEqual(made, await portal.Send(company.Owner, new InvoiceEstimate(estimate)));
    }

    [Fact]
    public async Task When_the_draft_of_its_invoice_is_thrown_away_the_invoice_can_be_made_again()
    {
        var company = await Company.Create(portal, "est-again", hooked: false);
        var estimate = await Make(company);
        await portal.Send(company.Owner, new MarkEstimate(estimate, EstimateStatus.Accepted));
        var first = await portal.Send(company.Owner, new InvoiceEstimate(estimate));
        await portal.Send(company.Owner, new DeleteDraft(first));
        Assert.Equal((EstimateStatus.Accepted, null), (await Seen(company, estimate)) is var free ? (free.Status, free.Invoice) : default);
        var second = await portal.Send(company.Owner, new InvoiceEstimate(estimate));
        Assert.NotEqual(first, second);
        Assert.Equal((EstimateStatus.Invoiced, second), (await Seen(company, estimate)) is var seen ? (seen.Status, seen.Invoice) : default);
    }

    [Fact]
    public async Task It_is_sent_declined_accepted_after_all_copied_and_found_by_how_far_it_is()
    {
        var company = await Company.Create(portal, "est-states", hooked: false);
        var customer = await portal.Send(company.Owner, new CreateCustomer(BuyersScene.Exemplu));
        var estimate = await Make(company, await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { CustomerId = customer })));
        foreach (var status in (EstimateStatus[])[EstimateStatus.Sent, EstimateStatus.Declined, EstimateStatus.Accepted])
        {
            await portal.Send(company.Owner, new MarkEstimate(estimate, status));
            Assert.Equal(estimate, Assert.Single((await portal.Ask(company.Viewer, new ListEstimates(status))).Rows).Id);
        }

        foreach (var status in (EstimateStatus[])[EstimateStatus.Draft, EstimateStatus.Expired, EstimateStatus.Invoiced]) Assert.Empty((await portal.Ask(company.Viewer, new ListEstimates(status))).Rows);
        var lapsed = await Make(company);
        await Database.Ask(portal.Database.Platform, $"update invoicing.estimates set valid_until = '{SchedulesScene.Today.AddDays(-1):yyyy-MM-dd}' where id = '{lapsed.Value}'", Ct);
        Assert.Equal(lapsed, Assert.Single((await portal.Ask(company.Viewer, new ListEstimates(EstimateStatus.Expired))).Rows).Id);
        Assert.Equal("estimate.already_expired", await Refusal(company.Owner, new MarkEstimate(lapsed, EstimateStatus.Accepted)));
        var copy = await portal.Send(company.Owner, new CopyEstimate(lapsed));
        Assert.Equal(Drafts.Good.Buyer, (await portal.Ask(company.Owner, new GetDraft(copy))).Content.Buyer);

        var into = await portal.Send(company.Owner, new CreateCustomer(BuyersScene.Exemplu with { Name = "Succesor SRL" }));
        await portal.Send(company.Owner, new MergeCustomers(customer, into));
        await Eventually.Seen(() => Seen(company, estimate), e => e.CustomerId == into);
    }

    [Fact]
    public async Task What_an_invoice_would_lack_is_refused_and_others_have_nothing_of_it()
    {
        var (company, other) = (await Company.Create(portal, "est-walls", hooked: false), await Company.Create(portal, "est-other", hooked: false));
        var empty = await portal.Send(company.Owner, new CreateDraft(new()));
        Assert.Equal("draft.buyer_missing", await Refusal(company.Owner, new MakeEstimate(empty, EstimateKind.Proforma, Until)));
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good));
        Assert.Equal("estimate.valid_until_invalid", await Refusal(company.Owner, new MakeEstimate(draft, EstimateKind.Proforma, SchedulesScene.Today.AddDays(-1))));
        Assert.Equal("estimate.kind_unknown", await Refusal(company.Owner, new MakeEstimate(draft, (EstimateKind)9, Until)));
        Assert.Equal(draft, (await portal.Ask(company.Owner, new GetDraft(draft))).Id);

        var estimate = await Make(company, draft);
        var member = new Caller(company.Id, "usr_member", Roles.Of(Roles.TeamMember));
        foreach (var stranger in (Caller[])[other.Owner, member])
        {
            Assert.Equal("estimate.not_found", await Refusal(stranger, new MarkEstimate(estimate, EstimateStatus.Sent)));
            Assert.Equal("estimate.not_found", await Refusal(stranger, new InvoiceEstimate(estimate)));
            Assert.Equal("estimate.not_found", await Refusal(stranger, new CopyEstimate(estimate)));
            Assert.Equal("estimate.not_found", (await portal.As(stranger, d => d.Ask(new GetEstimate(estimate), Ct))).Error?.Code);
            Assert.Equal("estimate.not_found", (await portal.As(stranger, d => d.Ask(new DrawEstimate(estimate), Ct))).Error?.Code);
            Assert.Empty((await portal.Ask(stranger, new ListEstimates())).Rows);
        }

        Assert.Equal("permission.missing", await Refusal(company.Viewer, new MarkEstimate(estimate, EstimateStatus.Sent)));
    }

    [Fact]
    public async Task On_paper_it_says_what_it_is_until_when_it_holds_and_that_it_is_no_invoice()
    {
        var company = await Company.Create(portal, "est-paper", hooked: false);
        var (proforma, quote) = (await Make(company), await Make(company, kind: EstimateKind.Quote));
        var page = (await portal.Ask(company.Viewer, new DrawEstimate(proforma))).Html;
        foreach (var words in (string[])["<h1>Factură proformă</h1>", "Valabilă până la", $"{Until:dd.MM.yyyy}", "Acest document nu este factură fiscală.", "De plată"]) Assert.Contains(words, page, StringComparison.Ordinal);
        var offer = (await portal.Ask(company.Viewer, new DrawEstimate(quote))).Html;
        Assert.Contains("<h1>Ofertă</h1>", offer, StringComparison.Ordinal);
        Assert.DoesNotContain("De plată", offer, StringComparison.Ordinal);
        var printed = await portal.Ask(company.Viewer, new PrintEstimate(proforma));
        Assert.Equal($"PF-{SchedulesScene.Today.Year}-0001.pdf", printed.FileName);
        Assert.Equal("%PDF"u8.ToArray(), printed.Pdf[..4]);
    }

    async Task<EstimateId> Make(Company company, InvoiceId? draft = null, EstimateKind kind = EstimateKind.Proforma) =>
        await portal.Send(company.Owner, new MakeEstimate(draft ?? await portal.Send(company.Owner, new CreateDraft(Drafts.Good)), kind, Until));

    Task<GetEstimate.View> Seen(Company company, EstimateId estimate) => portal.Ask(company.Viewer, new GetEstimate(estimate));

    async Task<string?> Refusal<T>(Caller who, ICommand<T> command) => (await portal.As(who, d => d.Send(command, Ct))).Error?.Code;
}
