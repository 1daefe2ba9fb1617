using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Access;

/// <summary>Who somebody is, and where they belong: of their own token and their own companies only.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class GetMeTests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_person_sees_each_of_their_companies_with_their_roles_there_and_none_that_suspended_them()
    {
        var (ana, bob) = (await portal.Person("me"), await portal.Person("employer"));
        await portal.Send(AccountScene.SetUp, new AddPerson(ana.Email, "Ana", Company.Password, bob.Tenant, Roles.Accountant));
        var me = await portal.Ask(ana.Caller, new GetMe());
        Assert.Equal((ana.Id, ana.Email, "Ana"), (me.Id, me.Email, me.Name));
        Assert.Equal(
            [(ana.Slug, Roles.Owner, true), (bob.Slug, Roles.Accountant, true)],
            me.Memberships.Select(m => (m.Slug, Assert.Single(m.Roles), m.IsPractice)).OrderBy(m => m.Slug != ana.Slug));

        await portal.Send(bob.Caller, new SuspendPerson(ana.Id, true));
        Assert.Equal(ana.Slug, Assert.Single((await portal.Ask(ana.Caller, new GetMe())).Memberships).Slug);
        await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Ask(Caller.Nobody, new GetMe()));
    }

    [Fact]
    public async Task Who_may_have_done_something_is_listed_by_name_for_readers_of_the_log_and_two_of_one_name_are_told_apart()
    {
        var (ana, bob) = (await portal.Person("actors"), await portal.Person("stranger"));
        var second = await portal.Send(AccountScene.SetUp, new AddPerson($"second@{ana.Slug}.example", "Ana", Company.Password, ana.Tenant, Roles.Viewer));
        var third = await portal.Send(AccountScene.SetUp, new AddPerson($"third@{ana.Slug}.example", "Zoe", Company.Password, ana.Tenant, Roles.Viewer));
        await portal.Send(ana.Caller, new SuspendPerson(third, true));
        var key = await portal.Send(ana.Caller, new CreateApiKey("till", Roles.Viewer));
        await portal.Send(ana.Caller, new RevokeApiKey(key.Id));
        Assert.Equal(
            [(ana.Id.ToString(), $"Ana ({ana.Email})"), (second.ToString(), $"Ana (second@{ana.Slug}.example)"), (third.ToString(), "Zoe"), (key.Id.ToString(), "till")],
            (await portal.Ask(ana.Caller, new ListActors())).Select(a => (a.Actor, a.Name)));
        Assert.Equal([bob.Id.ToString()], (await portal.Ask(bob.Caller, new ListActors())).Select(a => a.Actor));
        await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Ask(ana.Caller with { Permissions = Roles.Of(Roles.Manager) }, new ListActors()));
    }

    [Fact]
    public async Task A_token_is_found_while_its_session_lives_and_a_made_up_one_never()
    {
        var ana = await portal.Person("token");
        var session = await portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, false, "a browser", "192.0.2.1"));
        var found = (await portal.Ask(Caller.Nobody, new FindSession(session.Token)))!;
        Assert.Equal((ana.Id, ana.Email, "a browser", false), (found.User, found.Email, found.Device, found.BySso));
        Assert.Null(await portal.Ask(Caller.Nobody, new FindSession("made up")));
        await portal.Send(Caller.Nobody, new SignOut(session.Token));
        Assert.Null(await portal.Ask(Caller.Nobody, new FindSession(session.Token)));
    }
}
