using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Access;

public sealed class OwnRolesTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task An_own_role_gives_what_it_inherits_and_adds_and_changes_reach_its_people()
    {
        var (company, people) = await Ready("own-roles");
        var role = await portal.Send(company.Owner, new SaveRole(null, "Collections", [Roles.Viewer], ["payment.create"], new(MaxInvoiceAmount: 500)));
        var ana = await people.Join("ana", Roles.Viewer);
        await portal.Send(company.Owner, new ChangeRoles(ana, [role.ToString()], null));
        var may = await people.As(ana);
        Assert.True(may.May("payment.create") && may.May("report.view"));
        Assert.Equal(500, may.Limits.MaxInvoiceAmount);

        await portal.Send(company.Owner, new SaveRole(role, "Collections", [Roles.Viewer], [], Limits.None));
        Assert.False((await people.As(ana)).May("payment.create"));
    }

    [Fact]
    public async Task A_copy_may_what_its_model_may_and_changes_alone()
    {
        var (company, _) = await Ready("own-clone");
        var copy = await portal.Send(company.Owner, new CloneRole(Roles.Manager, "Branch manager"));
        var row = (await portal.Ask(company.Owner, new ListRoles())).Single(r => r.Key == copy.ToString());
        Assert.Equal(Roles.Of(Roles.Manager).Order(), row.Gives.Order());
    }

    [Fact]
    public async Task What_is_wrong_is_refused()
    {
        var (company, people) = await Ready("own-wrong");
        var first = await portal.Send(company.Owner, new SaveRole(null, "First", [], ["export"], Limits.None));
        var second = await portal.Send(company.Owner, new SaveRole(null, "Second", [first.ToString()], [], Limits.None));
        Assert.Equal("role.circular", await people.Refusal(company.Owner, new SaveRole(first, "First", [second.ToString()], [], Limits.None)));
        Assert.Equal("row.duplicated", await people.Refusal(company.Owner, new SaveRole(null, "First", [], [], Limits.None)));
        Assert.Equal("role.name_invalid", await people.Refusal(company.Owner, new SaveRole(null, "Owner", [], [], Limits.None)));
        Assert.Equal("role.name_invalid", await people.Refusal(company.Owner, new SaveRole(null, " ", [], [], Limits.None)));
        Assert.Equal("permission.unknown", await people.Refusal(company.Owner, new SaveRole(null, "Star", [], ["*"], Limits.None)));
        Assert.Equal("permission.unknown", await people.Refusal(company.Owner, new SaveRole(null, "Star", [], ["platform.manage"], Limits.None)));
        Assert.Equal("role.unknown", await people.Refusal(company.Owner, new SaveRole(null, "Heir", [Roles.Owner], [], Limits.None)));
        Assert.Equal("role.limit_invalid", await people.Refusal(company.Owner, new SaveRole(null, "Less", [], [], new(MaxInvoiceAmount: -1))));
        Assert.Equal("role.in_use", await people.Refusal(company.Owner, new DeleteRole(first)));
        await portal.Send(company.Owner, new DeleteRole(second));
        await portal.Send(company.Owner, new DeleteRole(first));
        Assert.Equal("permission.missing", await people.Refusal(company.Viewer, new SaveRole(null, "Mine", [], [], Limits.None)));
    }

    [Fact]
    public async Task Another_companys_role_is_nobodys()
    {
        var (company, people) = await Ready("own-mine");
        var (other, others) = await Ready("own-theirs");
        var role = await portal.Send(company.Owner, new SaveRole(null, "Ours", [], ["export"], Limits.None));
        Assert.Equal("role.not_found", await others.Refusal(other.Owner, new DeleteRole(role)));
        Assert.Equal("role.not_found", await others.Refusal(other.Owner, new SaveRole(role, "Theirs", [], [], Limits.None)));
        Assert.Equal("role.unknown", await others.Refusal(other.Owner, new ChangeRoles(await others.Join("bo", Roles.Viewer), [role.ToString()], null)));
        Assert.Equal("person.not_member", await others.Refusal(other.Owner, new RemovePerson(await people.Join("ana", Roles.Viewer))));
    }

    async Task<(Company, People)> Ready(string slug)
    {
        var company = await Company.Create(portal, slug, hooked: false);
        return (company, new(portal, company));
    }
}
