using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>Invoices written here count on the first page and among the deadlines as sales do, each reader's own part of them.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class OwnFiguresTests(PortalUnderTest portal)
{
    static readonly ListOwnInvoices Refused = new()
    {
        Filter = new() { Filing = InvoiceFiling.Refused },
    };

    [Fact]
    public async Task Tiles_deadlines_and_what_needs_a_person_count_invoices_written_here()
    {
        var company = await Company.Create(portal, "own-figures", hooked: false);
        var member = new Caller(company.Id, "usr_somebody", Roles.Of(Roles.TeamMember));
        var good = await Issue(company, Drafts.Good);
        var bad = await Issue(company, Drafts.Good with { Buyer = Drafts.Good.Buyer with { TaxId = "RO40999992" } }); // not in the practice register

        var seen = await Eventually.Seen(() => portal.Ask(company.Viewer, new GetOverview()), o => o.ByState.GetValueOrDefault(SaleState.Accepted) == 1 && o.ByState.GetValueOrDefault(SaleState.Refused) == 1);
        Assert.Equal((2, 14_520m), (seen.TodayCount, Assert.Single(seen.TodayTotals).Amount));
        Assert.Equal(seen.ByState, seen.OwnByState);
        var due = Assert.Single(seen.DueNext);
        Assert.Equal((bad, SaleState.Refused), (due.Invoice, due.State));
        Assert.InRange(due.WorkingDaysLeft, 4, 5);
        Assert.Equal((2, 1, 1), (seen.Days[^1].Sales, seen.Days[^1].Accepted, seen.Days[^1].Refused));
        Assert.Equal(bad, Assert.Single((await portal.Ask(company.Viewer, Refused)).Rows).Id);
        Assert.Equal(InvoiceFiling.Accepted, (await portal.Ask(company.Viewer, new ListOwnInvoices())).Rows.Single(r => r.Id == good).Filing);

        Assert.Empty((await portal.Ask(member, Refused)).Rows);
        var theirs = await portal.Ask(member, new GetOwnFigures(DateTimeOffset.MinValue, DateTimeOffset.MinValue, DateTimeOffset.MinValue, 8));
        Assert.Equal((0, 0, 0, 0), (theirs.TodayCount, theirs.ByFiling.Count, theirs.Recent.Count, theirs.Oldest.Count));
    }

    [Fact]
    public async Task A_state_told_late_does_not_win_over_a_later_one()
    {
        var company = await Company.Create(portal, "own-late", hooked: false);
        var invoice = await Issue(company, Drafts.Good);
        await Eventually.Seen(() => State(company), s => s == InvoiceFiling.Accepted);
        await portal.Send(company.Machine, new NoteFiling(invoice, InvoiceFiling.Sent, 1));
        Assert.Equal(InvoiceFiling.Accepted, await State(company));
        await portal.Send(company.Machine, new NoteFiling(invoice, InvoiceFiling.Refused, 1_000));
        Assert.Equal(InvoiceFiling.Refused, await State(company));
    }

    async Task<InvoiceFiling> State(Company company) => Assert.Single((await portal.Ask(company.Viewer, new ListOwnInvoices())).Rows).Filing;

    async Task<InvoiceId> Issue(Company company, DraftContent content) => await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(content))));
}
