using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Access;

public sealed class PeopleTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Roles_change_at_once_and_add_up()
    {
        var (company, people) = await Ready("people-roles");
        var id = await people.Join("ana", Roles.TeamMember);
        await portal.Send(company.Owner, new ChangeRoles(id, [Roles.Accountant, Roles.TeamMember], "North"));

        Assert.True((await people.As(id)).May("payment.refund"));
        var row = (await portal.Ask(company.Owner, new ListPeople())).Single(p => p.Id == id);
        Assert.Equal([Roles.Accountant, Roles.TeamMember], row.Roles);
        Assert.Equal(("North", false), (row.Team, row.IsSuspended));
        var told = (await portal.Ask(company.Owner, new ListActivity())).Rows.Single(r => r.Event == "user.role_changed");
        Assert.Equal((id.ToString(), Roles.TeamMember, "Accountant, TeamMember"), (told.Resource, told.Changes[0].Before, told.Changes[0].After));
    }

    [Fact]
    public async Task The_owner_stays_whoever_asks()
    {
        var (company, people) = await Ready("people-owner");
        var admin = await people.As(await people.Join("adam", Roles.Admin));
        var owner = People.IdOf(company.Owner);
        Assert.Equal("owner.not_removable", await people.Refusal(admin, new ChangeRoles(owner, [Roles.Viewer], null)));
        Assert.Equal("owner.not_removable", await people.Refusal(admin, new SuspendPerson(owner, true)));
        Assert.Equal("owner.not_removable", await people.Refusal(admin, new RemovePerson(owner)));
        Assert.Equal("owner.not_removable", await people.Refusal(company.Owner, new RemovePerson(owner)));
    }

    [Fact]
    public async Task Nobody_makes_an_owner_or_gives_more_than_they_have()
    {
        var (_, people) = await Ready("people-gift");
        var admin = await people.As(await people.Join("adam", Roles.Admin));
        var other = await people.Join("other", Roles.Viewer);
        Assert.Equal("owner.only_by_offer", await people.Refusal(admin, new ChangeRoles(other, [Roles.Owner], null)));
        Assert.Equal("permission.not_yours_to_give", await people.Refusal(admin, new SaveRole(null, "Biller", [], ["billing.manage"], Limits.None)));
        Assert.Equal("permission.not_yours_to_give", await people.Refusal(admin, new CloneRole(Roles.Owner, "Second owner")));
        Assert.Equal("role.unknown", await people.Refusal(admin, new ChangeRoles(other, ["rol_00000000000000000000000000"], null)));
        Assert.Equal("role.missing", await people.Refusal(admin, new ChangeRoles(other, [], null)));
    }

    [Fact]
    public async Task A_suspended_or_removed_person_is_out_and_comes_back_only_when_let()
    {
        var (company, people) = await Ready("people-out");
        var id = await people.Join("ana", Roles.Manager);
        await portal.Send(company.Owner, new SuspendPerson(id, true));
        Assert.Equal(Caller.Nobody, await people.As(id));
        await portal.Send(company.Owner, new SuspendPerson(id, false));
        Assert.True((await people.As(id)).May("invoice.create"));
        await portal.Send(company.Owner, new RemovePerson(id));
        Assert.Equal(Caller.Nobody, await people.As(id));
        Assert.Equal("person.not_member", await people.Refusal(company.Owner, new RemovePerson(id)));
    }

    [Fact]
    public async Task Somebody_is_always_left_who_manages_people()
    {
        var (company, people) = await Ready("people-last");
        var admin = await people.Join("adam", Roles.Admin);
        Assert.Equal("person.yourself", await people.Refusal(await people.As(admin), new RemovePerson(admin)));
        // The owner manages people too, so the last administrator may step back; without an owner nobody could.
        await portal.Send(await people.As(admin), new ChangeRoles(admin, [Roles.Viewer], null));
        await InvoiceSync.IntegrationTests.Databases.Database.Ask(portal.Database.Platform, $"update access.memberships set roles = '[\"Admin\"]' where tenant_id = '{company.Id.Value}' and user_id = '{People.IdOf(company.Owner).Value}'", TestContext.Current.CancellationToken);
        var last = People.IdOf(company.Owner);
        Assert.Equal("admin.last", await people.Refusal(await people.As(last), new ChangeRoles(last, [Roles.Viewer], null)));
    }

    [Fact]
    public async Task A_company_changes_hands_only_when_both_sides_say_so()
    {
        var (company, people) = await Ready("people-hands");
        var next = await people.Join("next", Roles.Admin);
        var other = await people.Join("other", Roles.Admin);
        Assert.Equal("permission.missing", await people.Refusal(await people.As(next), new OfferOwnership(next)));
        await portal.Send(company.Owner, new OfferOwnership(next));
        Assert.NotNull(await portal.Ask(await people.As(next), new GetOwnershipOffer()));
        Assert.Null(await portal.Ask(await people.As(other), new GetOwnershipOffer()));
        Assert.Equal("ownership_offer.not_found", await people.Refusal(await people.As(other), new AcceptOwnership()));
        Assert.False((await people.As(next)).May("billing.manage"));

        await portal.Send(await people.As(next), new AcceptOwnership());

        Assert.True((await people.As(next)).May("billing.manage"));
        Assert.False((await people.Owner()).May("billing.manage"));
        Assert.Equal("ownership_offer.not_found", await people.Refusal(await people.As(next), new AcceptOwnership()));
    }

    [Fact]
    public async Task An_offer_taken_back_cannot_be_accepted()
    {
        var (company, people) = await Ready("people-back");
        var next = await people.Join("next", Roles.Admin);
        await portal.Send(company.Owner, new OfferOwnership(next));
        await portal.Send(company.Owner, new OfferOwnership(null));
        Assert.Equal("ownership_offer.not_found", await people.Refusal(await people.As(next), new AcceptOwnership()));
    }

    async Task<(Company, People)> Ready(string slug)
    {
        var company = await Company.Create(portal, slug, hooked: false);
        return (company, new(portal, company));
    }
}
