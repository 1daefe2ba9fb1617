using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>An invoice written here, from the first key stroke to the authority's acceptance.</summary>
public sealed class DraftToAcceptedTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    // The practice register does not know it, so ANAF refuses.
    const string UnknownToAnaf = "RO40999992";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_typed_issued_with_the_next_number_filed_and_accepted()
    {
        var company = await Company.Create(portal, "own-sale", hooked: false);
        var draft = await portal.Send(company.Owner, new CreateDraft(new()));
        var version = (await portal.Ask(company.Owner, new GetDraft(draft))).Version;
        Assert.Equal(version + 1, await portal.Send(company.Owner, new SaveDraft(draft, Drafts.Good, version)));
        Assert.Equal(7260, Assert.Single((await portal.Ask(company.Owner, new ListDrafts())).Rows).Total.Amount);

        Assert.Equal(draft, await portal.Send(company.Owner, new IssueDraft(draft)));

        var accepted = await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoice(draft)), i => i.IsFiled);
        Assert.Equal(($"FACT-{accepted.Document.IssuedOn.Year}-0001", 7260m, InvoiceSource.Here), (accepted.Document.Number, accepted.Document.Totals.Payable, accepted.Source));
        Assert.Empty((await portal.Ask(company.Owner, new ListDrafts())).Rows);
        var row = await Eventually.Seen(async () => Assert.Single((await portal.Ask(company.Viewer, new ListOwnInvoices())).Rows), r => r.Filing == InvoiceFiling.Accepted);
        Assert.Equal(draft, row.Id);
        Assert.Equal("draft.not_found", (await portal.As(company.Owner, d => d.Ask(new GetDraft(draft), Ct))).Error!.Code);
    }

    [Fact]
    public async Task What_is_missing_is_refused_before_a_number_is_drawn()
    {
        var company = await Company.Create(portal, "own-missing", hooked: false);
        var bad = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { Buyer = Drafts.Good.Buyer with { TaxId = "18547291" } }));
        Assert.Equal("draft.cui_invalid", await Refusal(company.Owner, new IssueDraft(bad)));
        var unknownUnit = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { Lines = [Drafts.Good.Lines[0] with { Unit = "QQQ" }] }));
        Assert.Equal("draft.rule_broken", await Refusal(company.Owner, new IssueDraft(unknownUnit)));

        var good = await portal.Send(company.Owner, new CreateDraft(Drafts.Good));
        await portal.Send(company.Owner, new IssueDraft(good));
        Assert.EndsWith("-0001", (await portal.Ask(company.Owner, new GetInvoice(good))).Document.Number, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_another_currency_the_official_rate_of_the_day_and_the_VAT_in_lei_stand_on_it()
    {
        var company = await Company.Create(portal, "own-euro", hooked: false);
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { Currency = Currency.Eur }));
        await portal.Send(company.Owner, new IssueDraft(draft));
        var document = (await portal.Ask(company.Owner, new GetInvoice(draft))).Document;
        Assert.Equal(Math.Round(document.Totals.Vat * document.VatInRon!.Rate, 2, MidpointRounding.AwayFromZero), document.VatInRon.Amount);
        Assert.True(document.VatInRon.RateOn < document.IssuedOn);
    }

    [Fact]
    public async Task One_writer_does_not_overwrite_another()
    {
        var company = await Company.Create(portal, "own-two", hooked: false);
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good));
        var known = (await portal.Ask(company.Owner, new GetDraft(draft))).Version;
        await portal.Send(company.Owner, new SaveDraft(draft, Drafts.Good with { Notes = ["first"] }, known));
        Assert.Equal("draft.changed", await Refusal(company.Owner, new SaveDraft(draft, Drafts.Good with { Notes = ["second"] }, known)));
        Assert.Equal(["first"], (await portal.Ask(company.Owner, new GetDraft(draft))).Content.Notes);
    }

    [Fact]
    public async Task Sixteen_hands_that_issue_one_draft_make_one_invoice_with_one_number()
    {
        var company = await Company.Create(portal, "own-once", hooked: false);
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good));
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => portal.As(company.Owner, d => d.Send(new IssueDraft(draft), Ct)), Ct)));
        Assert.Contains(answers, a => a.IsOk);
        Assert.All(answers.Where(a => !a.IsOk), a => Assert.Contains(a.Error!.Code, (string[])["draft.not_found", "draft.changed"]));
        Assert.EndsWith("-0001", (await portal.Ask(company.Owner, new GetInvoice(draft))).Document.Number, StringComparison.Ordinal);

        var next = await portal.Send(company.Owner, new CreateDraft(Drafts.Good));
        await portal.Send(company.Owner, new IssueDraft(next));
        Assert.EndsWith("-0002", (await portal.Ask(company.Owner, new GetInvoice(next))).Document.Number, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_approval_waits_and_is_issued_by_itself_once_approved()
    {
        var company = await Company.Create(portal, "own-approve", hooked: false);
        await portal.Send(company.Owner, new SaveApprovalRule(null, "Everything", ApprovalKind.Invoice, null, null, null, null));
        var people = new Access.People(portal, company);
        var maker = await people.As(await people.Join("maker", Roles.Manager));
        var draft = await portal.Send(maker, new CreateDraft(Drafts.Good));
        var begun = (await portal.Ask(maker, new GetDraft(draft))).Version;
        Assert.Equal("draft.waits", await Refusal(maker, new IssueDraft(draft)));
        var held = await portal.Ask(maker, new GetDraft(draft));
        Assert.NotNull(held.Waits);
        Assert.Equal(begun, held.Version); // whoever types on is not told that somebody else did

        var first = Assert.Single(await portal.Ask(company.Owner, new ListApprovals()));
        await portal.Send(company.Owner, new DecideApproval(first.Id, false, "Too cheap."));
        await Eventually.Seen(() => portal.Ask(maker, new GetDraft(draft)), d => d.Waits == "Too cheap.");

        var known = (await portal.Ask(maker, new GetDraft(draft))).Version;
        await portal.Send(maker, new SaveDraft(draft, Drafts.Good with { Notes = ["dearer"] }, known));
        Assert.Equal("draft.waits", await Refusal(maker, new IssueDraft(draft)));
        await portal.Send(company.Owner, new DecideApproval(Assert.Single(await portal.Ask(company.Owner, new ListApprovals())).Id, true));
        await Eventually.Seen(() => portal.As(maker, d => d.Ask(new GetInvoice(draft), Ct)), i => i.IsOk);
    }

    [Fact]
    public async Task A_copy_begins_a_draft_that_says_the_same_with_open_dates()
    {
        var company = await Company.Create(portal, "own-copy", hooked: false);
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { Discount = new(Percent: 10) }));
        await portal.Send(company.Owner, new IssueDraft(draft));
        var copy = await portal.Send(company.Owner, new CopyInvoice(draft));
        var content = (await portal.Ask(company.Owner, new GetDraft(copy))).Content;
        Assert.Null(content.IssueOn);
        Assert.Equal((await portal.Ask(company.Owner, new GetInvoice(draft))).Document.Totals, DraftTotals.Of(content).Totals);
    }

    [Fact]
    public async Task A_draft_edited_after_it_was_read_is_neither_issued_as_it_was_nor_held_back()
    {
        var company = await Company.Create(portal, "own-stale", hooked: false);
        var draft = await portal.Send(company.Owner, new CreateDraft(Drafts.Good));
        var ready = await portal.Ask(company.Owner, new PrepareDraft(draft));
        await portal.Send(company.Owner, new SaveDraft(draft, Drafts.Good with { Notes = ["edited"] }, ready.Version));
        Assert.Equal("draft.changed", await Refusal(company.Owner, new SealDraft(draft, ready.Version, ready.Document!, null)));
        await portal.Send(company.Owner, new HoldDraft(draft, ready.Version, "too late"));
        Assert.Null((await portal.Ask(company.Owner, new GetDraft(draft))).Waits);
    }

    [Fact]
    public async Task One_the_authority_refuses_stands_among_what_needs_a_person()
    {
        var company = await Company.Create(portal, "own-refused", hooked: false);
        var unregistered = Drafts.Good with { Buyer = Drafts.Good.Buyer with { TaxId = UnknownToAnaf } };
        var draft = await portal.Send(company.Owner, new CreateDraft(unregistered));
        await portal.Send(company.Owner, new IssueDraft(draft));
        var refused = new ListOwnInvoices
        {
            Filter = new() { Filing = InvoiceFiling.Refused },
        };
        Assert.Equal(draft, (await Eventually.Seen(() => portal.Ask(company.Viewer, refused), page => page.Rows.Count == 1)).Rows[0].Id);
        await portal.Send(company.Owner, new CorrectInvoice(draft, (await portal.Ask(company.Owner, new GetInvoice(draft))).Document.Buyer with { LegalId = "18547290", VatId = "RO18547290" }));
        await portal.Send(company.Owner, new RefileInvoice(draft));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetInvoice(draft)), i => i.IsFiled);
    }

    async Task<string> Refusal<T>(Caller caller, ICommand<T> command) => (await portal.As(caller, d => d.Send(command, Ct))).Error!.Code;
}
