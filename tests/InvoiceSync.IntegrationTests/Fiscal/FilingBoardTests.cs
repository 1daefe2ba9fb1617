using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The board's columns and the document behind a card, each reader's own part of them.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class FilingBoardTests(PortalUnderTest portal)
{
    [Fact]
    public async Task Columns_hold_what_is_so_far_page_by_page_and_filters_narrow_them()
    {
        var company = await Company.Create(portal, "board", hooked: false);
        var member = new Caller(company.Id, "usr_somebody", Roles.Of(Roles.TeamMember));
        List<InvoiceId> good = [];
        for (var i = 0; i < 3; i++) good.Add(await Issue(company, Drafts.Good));
        var bad = await Issue(company, Drafts.Good with { Buyer = Drafts.Good.Buyer with { TaxId = "RO40999992" } });
        var counted = await Eventually.Seen(() => portal.Ask(company.Viewer, new CountByFiling(DateOnly.MinValue)), c => c.GetValueOrDefault(InvoiceFiling.Accepted) == 3 && c.GetValueOrDefault(InvoiceFiling.Refused) == 1);
        Assert.Equal(2, counted.Count);

        List<ListFilings.Card> seen = [];
        for (PageKey? after = null; seen.Count == 0 || after is not null;)
        {
            var page = await portal.Ask(company.Viewer, new ListFilings(InvoiceFiling.Accepted, after, 2));
            Assert.True(page.Rows.Count <= 2);
            seen.AddRange(page.Rows);
            after = page.Next;
        }

        Assert.Equal(good.AsEnumerable().Reverse(), seen.Select(c => c.Invoice));
        Assert.All(seen, c => Assert.Equal(("anaf", 7260m, false, null), (c.Provider, c.Total.Amount, c.IsCredit, c.Reason)));
        var refused = Assert.Single((await portal.Ask(company.Viewer, new ListFilings(InvoiceFiling.Refused))).Rows);
        Assert.Equal(bad, refused.Invoice);
        Assert.NotEmpty(refused.Reason!);
        Assert.NotNull(refused.FileBy);

        Assert.Empty((await portal.Ask(company.Viewer, new ListFilings(InvoiceFiling.Accepted) { Provider = "smartbill" })).Rows);
        Assert.Empty((await portal.Ask(company.Viewer, new ListFilings(InvoiceFiling.Accepted) { IsCredit = true })).Rows);
        Assert.Empty((await portal.Ask(company.Viewer, new ListByFiling(InvoiceFiling.Accepted) { Issued = new(Below: new DateOnly(2020, 1, 1)) })).Rows);
        Assert.Equal(0, (await portal.Ask(company.Viewer, new CountByFiling(DateOnly.MaxValue) { IsCredit = false })).GetValueOrDefault(InvoiceFiling.Accepted));
        Assert.Empty((await portal.Ask(member, new ListFilings(InvoiceFiling.Accepted))).Rows);
        Assert.Empty(await portal.Ask(member, new CountByFiling(DateOnly.MinValue)));

        await TheDocumentIsExplained(company, good[0], member);
    }

    async Task TheDocumentIsExplained(Company company, InvoiceId invoice, Caller member)
    {
        var document = (await portal.Ask(company.Viewer, new ExplainDocument(invoice)))!;
        var filing = (await portal.Ask(company.Viewer, new GetFiling(invoice)))!;
        Assert.Equal((1, filing.Attempts[0].XmlSha256, false), (document.Attempt, document.Sha256, document.IsCut));
        var number = (await portal.Ask(company.Viewer, new GetInvoice(invoice))).Document.Number;
        Assert.Equal(number, document.Lines.First(l => l.Term?.Number == "BT-1").Value);
        Assert.Null(await portal.Ask(company.Viewer, new ExplainDocument(invoice, Attempt: 2)));
        Assert.Equal("invoice.not_found", (await portal.As(member, d => d.Ask(new ExplainDocument(invoice), TestContext.Current.CancellationToken))).Error?.Code);
    }

    async Task<InvoiceId> Issue(Company company, DraftContent content) => await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(content))));
}
