using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Access;

/// <summary>Own, team and all hold in lists, counts, search, single rows and files; a sale becomes somebody's by being assigned or asked for.</summary>
public sealed class ScopeTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Ones_own_sales_are_all_a_team_member_ever_sees()
    {
        var company = await Company.Create(portal, "scope-own");
        var ids = await portal.Practice.Sell(company.Slug, "company", 2);
        var (mine, other) = (await Sales.Settled(portal, company, ids[0], SaleState.Accepted), await Sales.Settled(portal, company, ids[1], SaleState.Accepted));
        var member = await Person(company, "member", Roles.TeamMember);
        Assert.Empty((await portal.Ask(member, new ListSales())).Rows);

        await portal.Send(company.Owner, new AssignSale(mine.Id, Id(member)));

        Assert.Equal(mine.Id, Assert.Single((await portal.Ask(member, new ListSales())).Rows).Id);
        Assert.Empty((await portal.Ask(member, new ListSales(Search: ids[1]))).Rows);
        Assert.Equal(1, (await portal.Ask(member, new GetOverview())).TodayCount);
        Assert.Equal(2, (await portal.Ask(company.Owner, new GetOverview())).TodayCount);
        Assert.Equal(mine.Id, (await portal.Ask(member, new FollowSale(mine.Id))).Sale.Sale.Id);
        Assert.NotEmpty((await portal.Ask(member, new GetFilingFile(mine.Invoice!.Value, FilingFile.Xml))).Bytes);

        Assert.Equal("sale.not_found", await Refusal(member, new GetSale(other.Id)));
        Assert.Equal("invoice.not_found", await Refusal(member, new GetInvoice(other.Invoice!.Value)));
        Assert.Equal("invoice.not_found", await Refusal(member, new SeeInvoice(other.Invoice.Value)));
        Assert.Equal("invoice.not_found", await Refusal(member, new GetFiling(other.Invoice.Value)));
        Assert.Equal("invoice.not_found", await Refusal(member, new GetFilingFile(other.Invoice.Value, FilingFile.Xml)));
    }

    [Fact]
    public async Task A_team_sees_the_sales_of_its_people_and_no_others()
    {
        var company = await Company.Create(portal, "scope-team");
        var ids = await portal.Practice.Sell(company.Slug, "company", 2);
        var first = await Sales.Settled(portal, company, ids[0], SaleState.Accepted);
        await Sales.Settled(portal, company, ids[1], SaleState.Accepted);
        var colleague = await Person(company, "colleague", Roles.TeamMember);
        await portal.Send(company.Owner, new AssignSale(first.Id, Id(colleague)));

        var me = new Caller(company.Id, "usr_me", Permissions.Expand(["invoice.read.team"])) { Team = ["usr_me", colleague.Actor] };
        Assert.Equal(first.Id, Assert.Single((await portal.Ask(me, new ListSales())).Rows).Id);
        Assert.Empty((await portal.Ask(me with { Team = [] }, new ListSales())).Rows);
    }

    [Fact]
    public async Task Only_who_may_change_every_sale_assigns_and_only_to_people_of_the_company()
    {
        var company = await Company.Create(portal, "scope-assign");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug));
        var sale = await Sales.Settled(portal, company, id, SaleState.Accepted);
        var manager = await Person(company, "manager", Roles.Manager);
        Assert.Equal("sale.not_yours", await Refusal(manager, new AssignSale(sale.Id, Id(manager))));
        Assert.Equal("permission.missing", await Refusal(company.Viewer, new AssignSale(sale.Id, Id(company.Viewer))));
        Assert.Equal("permission.missing", await Refusal(company.Viewer, new KeepOwner(sale.Id, company.Viewer.Actor)));
        Assert.Equal("permission.missing", await Refusal(company.Viewer, new AssignInvoice(sale.Invoice!.Value, company.Viewer.Actor)));
        Assert.Equal("person.not_member", await Refusal(company.Owner, new AssignSale(sale.Id, new UserId(Guid.Empty))));
        Assert.Equal("person.not_member", await Refusal(company.Owner, new CheckMember(new UserId(Guid.Empty))));
    }

    [Fact]
    public async Task A_manager_corrects_only_what_is_theirs()
    {
        var company = await Company.Create(portal, "scope-correct");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "no-address"));
        var parked = await Sales.Settled(portal, company, id, SaleState.Parked);
        var manager = await Person(company, "manager", Roles.Manager);
        var address = new BuyerDetails(Street: "Strada Mare 2", City: "Iași", PostalCode: "700001", County: "RO-IS", Country: "RO");

        Assert.Equal("sale.not_yours", await Refusal(manager, new CorrectSale(parked.Id, address)));
        await portal.Send(company.Owner, new AssignSale(parked.Id, Id(manager)));
        await portal.Send(manager, new CorrectSale(parked.Id, address));
        await Sales.Settled(portal, company, id, SaleState.Accepted);
    }

    async Task<Caller> Person(Company company, string name, string role)
    {
        var setUp = new Caller(null, "set-up", new HashSet<string> { "platform.manage" });
        var id = await portal.Send(setUp, new AddPerson($"{name}@{company.Slug}.example", name, Company.Password, company.Id, role));
        return new(company.Id, id.ToString(), Roles.Of(role));
    }

    static UserId Id(Caller person) => Ids.TryParse<UserId>(person.Actor, out var id) ? id : throw new InvalidOperationException(person.Actor);

    async Task<string> Refusal<T>(Caller caller, ICommand<T> command) => (await portal.As(caller, d => d.Send(command, TestContext.Current.CancellationToken))).Error!.Code;

    async Task<string> Refusal<T>(Caller caller, IQuery<T> query) => (await portal.As(caller, d => d.Ask(query, TestContext.Current.CancellationToken))).Error!.Code;
}
