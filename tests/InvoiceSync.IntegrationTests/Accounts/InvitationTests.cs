using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>Into a company by mail: for one mailbox, one person, seven days.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class InvitationTests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_stranger_chooses_a_password_on_the_page_and_is_inside()
    {
        var ana = await portal.Person("host");
        var guest = $"guest@{ana.Slug}.example";
        await portal.Send(ana.Caller, new InvitePerson(guest, [Roles.Viewer]));
        var token = await portal.Link(guest, "/invitation");
        using var browser = new Browser(portal.Address);
        using var answer = await browser.Submit($"/invitation?token={token}", "/invitation", new() { ["Form.Name"] = "Gică", ["Form.New"] = "my own long phrase" });
        Assert.Equal((HttpStatusCode.Found, $"/t/{ana.Slug}/"), (answer.StatusCode, new Uri(portal.Address, answer.Headers.Location!).AbsolutePath));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/t/{ana.Slug}/account")).Status);
        Assert.Empty(await portal.Ask(ana.Caller, new ListInvitations()));
        Assert.Equal("invitation.closed", (await Accept(token, "another long phrase")).Error!.Code);
    }

    [Fact]
    public async Task Somebody_with_an_account_joins_with_its_password_and_no_other()
    {
        var (ana, eva) = (await portal.Person("inviter"), await portal.Person("joiner"));
        await portal.Send(ana.Caller, new InvitePerson(eva.Email, [Roles.Accountant]));
        var token = await portal.Link(eva.Email, "/invitation");
        Assert.Equal("sign_in.refused", (await Accept(token, "not the password")).Error!.Code);
        Assert.Equal(eva.Id, (await Accept(token, Company.Password)).OrThrow());
        Assert.Equal("person.member_already", (await portal.Try(ana.Caller, new InvitePerson(eva.Email.ToUpperInvariant(), [Roles.Viewer]))).Error!.Code);
    }

    [Fact]
    public async Task Sent_again_or_withdrawn_the_link_before_opens_nothing()
    {
        var ana = await portal.Person("again");
        var guest = $"guest@{ana.Slug}.example";
        var id = await portal.Send(ana.Caller, new InvitePerson(guest, [Roles.Viewer]));
        var first = await portal.Link(guest, "/invitation");
        await portal.Send(ana.Caller, new ResendInvitation(id));
        var second = await portal.Link(guest, "/invitation", atLeast: 2);
        Assert.NotEqual(first, second);
        Assert.Equal("invitation.closed", (await portal.Try(Caller.Nobody, new GetInvitation(first))).Error!.Code);
        Assert.True((await portal.Try(Caller.Nobody, new GetInvitation(second))).IsOk);
        await portal.Send(ana.Caller, new RevokeInvitation(id));
        Assert.Equal("invitation.closed", (await Accept(second, "my own long phrase")).Error!.Code);
    }

    [Fact]
    public async Task Nobody_is_made_owner_by_invitation_and_nobody_names_roles_that_are_not_there()
    {
        var ana = await portal.Person("roles");
        var admin = ana.Caller with { Permissions = Roles.Of(Roles.Admin) };
        Assert.Equal("owner.only_by_offer", (await portal.Try(admin, new InvitePerson("x@roles.example", [Roles.Owner]))).Error!.Code);
        Assert.Equal("role.unknown", (await portal.Try(ana.Caller, new InvitePerson("x@roles.example", ["Emperor"]))).Error!.Code);
        Assert.Equal("permission.missing", (await portal.Try(ana.Caller with { Permissions = Roles.Of(Roles.Viewer) }, new InvitePerson("x@roles.example", [Roles.Viewer]))).Error!.Code);
        Assert.Equal("owner.only_by_offer", (await portal.Try(ana.Caller, new InvitePerson("x@roles.example", [Roles.Owner]))).Error!.Code);
        Assert.True((await portal.Try(ana.Caller, new InvitePerson("x@roles.example", [Roles.Admin]))).IsOk);
    }

    [Fact]
    public async Task A_link_of_one_company_opens_no_other()
    {
        var (ana, eva) = (await portal.Person("mine"), await portal.Person("theirs"));
        await portal.Send(ana.Caller, new InvitePerson("guest@walls.example", [Roles.Viewer]));
        var token = await portal.Link("guest@walls.example", "/invitation");
        Assert.Equal("invitation.closed", (await Accept(eva.Tenant.Value.ToString("N") + token[32..], "my own long phrase")).Error!.Code);
    }

    Task<Result<UserId>> Accept(string token, string password) => portal.Try(Caller.Nobody, new AcceptInvitation(token, "Gică", password));
}
