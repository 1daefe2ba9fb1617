using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Access;

public sealed class ApprovalTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task A_sale_above_the_rule_waits_and_goes_on_once_approved()
    {
        var (company, people) = await Ready("approve-go");
        await portal.Send(company.Owner, new SaveApprovalRule(null, "Everything", ApprovalKind.Invoice, 0, null, null, null));
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        var waiting = await Sales.Settled(portal, company, id, SaleState.Parked);
        var request = Assert.Single(await portal.Ask(company.Owner, new ListApprovals()));
        Assert.Equal((waiting.Id.ToString(), "Everything", true), (request.Subject, request.Because, request.MayDecide));
        await portal.Send(company.Machine, new TellApprovers(request.Id));
        var mails = await Eventually.Seen(() => portal.Ask(House, new ListKeptMails()), kept => kept.Any(m => m.To == company.Email));
        Assert.Contains("waits for your approval", mails.First(m => m.To == company.Email).Letter.Subject, StringComparison.Ordinal);

        Assert.Equal("permission.missing", await people.Refusal(company.Viewer, new DecideApproval(request.Id, true)));
        await portal.Send(company.Owner, new DecideApproval(request.Id, true));

        await Sales.Settled(portal, company, id, SaleState.Accepted);
        Assert.Equal("approval.decided", await people.Refusal(company.Owner, new DecideApproval(request.Id, false, "too late")));
        Assert.Empty(await portal.Ask(company.Owner, new ListApprovals()));
        Assert.Equal(ApprovalState.Approved, Assert.Single(await portal.Ask(company.Owner, new ListApprovals(Decided: true))).State);
    }

    [Fact]
    public async Task A_refused_one_shows_the_reason_and_an_edit_asks_anew()
    {
        var (company, people) = await Ready("approve-no");
        await portal.Send(company.Owner, new SaveApprovalRule(null, "Everything", ApprovalKind.Invoice, null, null, null, null));
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        var sale = await Sales.Settled(portal, company, id, SaleState.Parked);
        var request = Assert.Single(await portal.Ask(company.Owner, new ListApprovals()));
        Assert.Equal("approval.reason_missing", await people.Refusal(company.Owner, new DecideApproval(request.Id, false)));
        await portal.Send(company.Owner, new DecideApproval(request.Id, false, "Wrong street."));
        await Eventually.Seen(() => portal.Ask(company.Owner, new GetSale(sale.Id)), seen => (seen.ReasonCode, seen.Sale.Reason) == ("approval.refused", "Wrong street."));

        await portal.Send(company.Owner, new CorrectSale(sale.Id, new BuyerDetails(Street: "Strada Nouă 3")));

        var again = await Eventually.Seen(() => portal.Ask(company.Owner, new ListApprovals()), waiting => waiting.Count == 1);
        Assert.NotEqual(request.Id, again[0].Id);
        await portal.Send(company.Owner, new DecideApproval(again[0].Id, true));
        await Sales.Settled(portal, company, id, SaleState.Accepted);
    }

    [Fact]
    public async Task Nobody_approves_their_own_unless_a_role_allows_it()
    {
        var (company, people) = await Ready("approve-own");
        await portal.Send(company.Owner, new SaveApprovalRule(null, "Everything", ApprovalKind.Invoice, null, null, null, null));
        var maker = await people.As(await people.Join("maker", Roles.Manager));
        var request = await Ask(maker, "sal_own", 10, maker.Actor);
        Assert.Equal(ApprovalVerdict.Kind.Wait, request.Says);
        var row = Assert.Single(await portal.Ask(maker, new ListApprovals()));
        Assert.False(row.MayDecide);
        Assert.Equal("approval.own", await people.Refusal(maker, new DecideApproval(row.Id, true)));
        await portal.Send(maker with { Limits = new(CanApproveOwn: true) }, new DecideApproval(row.Id, true));
        Assert.Equal(ApprovalVerdict.Kind.GoOn, (await Ask(maker, "sal_own", 10, maker.Actor)).Says);
    }

    [Fact]
    public async Task Limits_of_the_creators_roles_stop_or_ask()
    {
        var (company, people) = await Ready("approve-limits");
        var role = await portal.Send(company.Owner, new SaveRole(null, "Small sales", [Roles.Manager], [], new(1000, 100)));
        var id = await people.Join("maker", Roles.Viewer);
        await portal.Send(company.Owner, new ChangeRoles(id, [role.ToString()], null));
        var maker = await people.As(id);
        Assert.Equal(ApprovalVerdict.Kind.GoOn, (await Ask(maker, "sal_small", 100, maker.Actor)).Says);
        Assert.Equal(ApprovalVerdict.Kind.Wait, (await Ask(maker, "sal_middle", 100.01m, maker.Actor)).Says);
        Assert.Equal(ApprovalVerdict.Kind.Stop, (await Ask(maker, "sal_large", 1000.01m, maker.Actor)).Says);
        Assert.Equal(ApprovalVerdict.Kind.GoOn, (await Ask(maker, "sal_other", 5000, null)).Says);
    }

    [Fact]
    public async Task Only_approvers_see_what_others_asked_for()
    {
        var (company, people) = await Ready("approve-seen");
        await portal.Send(company.Owner, new SaveApprovalRule(null, "Everything", ApprovalKind.Invoice, null, null, null, null));
        var maker = await people.As(await people.Join("maker", Roles.Manager));
        await Ask(maker, "sal_seen", 10, maker.Actor);
        Assert.Empty(await portal.Ask(company.Viewer, new ListApprovals()));
        Assert.Single(await portal.Ask(company.Owner, new ListApprovals()));
        var rule = Assert.Single(await portal.Ask(company.Owner, new ListApprovalRules()));
        await portal.Send(company.Owner, new DeleteApprovalRule(rule.Id));
        Assert.Equal(ApprovalVerdict.Kind.GoOn, (await Ask(maker, "sal_after", 10, maker.Actor)).Says);
    }

    // The installation's own mail box: letters are sent in nobody's name.
    static readonly Caller House = Caller.System(TenantId.Platform, "test");

    Task<ApprovalVerdict> Ask(Caller caller, string subject, decimal ron, string? creator) =>
        portal.Send(caller, new AskApproval(new(ApprovalKind.Invoice, subject, "1", "A sale", new(ron, Currency.Ron), ron, "Client", creator)));

    async Task<(Company, People)> Ready(string slug)
    {
        var company = await Company.Create(portal, slug);
        return (company, new(portal, company));
    }
}
