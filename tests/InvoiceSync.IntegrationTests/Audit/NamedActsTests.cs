using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Each act an auditor asks for by name leaves exactly one entry of that name, told of whoever did it.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class NamedActsTests(PortalUnderTest portal)
{
    static readonly Dictionary<string, Func<NamedActs, Task>> All = new()
    {
        ["user.signed_in"] = a => a.SignIn(),
        ["user.sign_in_failed"] = a => a.Try(Caller.Nobody, new SignIn(a.Ana.Email, "not the password", false, "d", "192.0.2.1")),
        ["user.signed_out"] = async a => await a.Send(Caller.Nobody, new SignOut((await a.SignIn()).Token)),
        ["session.revoked"] = async a => await a.Send(new RevokeSession(await a.OpenSession())),
        ["user.password_changed"] = a => a.Send(new ChangePassword(Company.Password, "another phrase altogether")),
        ["user.two_step_enabled"] = a => a.TwoSteps(),
        ["user.two_step_disabled"] = async a => await (await a.TwoSteps()).Send(new SwitchTwoStepOff()),
        ["user.recovery_codes_renewed"] = async a => await (await a.TwoSteps()).Send(new RenewRecoveryCodes()),
        ["user.passkey_added"] = a => a.Passkey(),
        ["user.passkey_removed"] = async a => await a.Send(new RemovePasskey(await a.Passkey())),
        ["api_key.created"] = a => a.Send(new CreateApiKey("Key")),
        ["api_key.updated"] = async a => await a.Send(new RevokeApiKey((await a.Send(new CreateApiKey("Key"))).Id)),
        ["role.created"] = a => a.Role(),
        ["role.deleted"] = async a => await a.Send(new DeleteRole(await a.Role())),
        ["invitation.created"] = a => a.Send(new InvitePerson("new@person.example", [Roles.Viewer])),
        ["user.role_changed"] = async a => await a.Send(new ChangeRoles(await a.Colleague(), [Roles.Accountant], null)),
        ["user.suspended"] = async a => await a.Send(new SuspendPerson(await a.Colleague(), true)),
        ["user.removed"] = async a => await a.Send(new RemovePerson(await a.Colleague())),
        ["person.erased"] = async a => await a.Send(new ErasePerson((await a.Colleague()).ToString())),
        ["approval_rule.created"] = a => a.Send(new SaveApprovalRule(null, "Large ones", ApprovalKind.Invoice, 1000, "RON", null, null)),
        ["entry_rules.created"] = a => a.Send(new SaveNetworks(false, ["192.0.2.0/24"])),
        ["sso_connection.created"] = a => a.Send(new CreateSsoConnection(SsoKind.Oidc, "Provider", new Dictionary<string, string> { ["issuer"] = "https://id.example" }, new Dictionary<string, string> { ["client_secret"] = "kept" })),
        ["sso_domain.created"] = a => a.Send(new ClaimSsoDomain($"{a.Ana.Slug}.example")),
        ["data_key.rotated"] = a => a.Send(new RotateTenantKey()),
        ["access.refused"] = a => a.Try(a.Ana.Caller with { Permissions = new HashSet<string>() }, new CreateApiKey("Key")),
        ["audit.read"] = a => a.Ask(new ListActivity()),
        ["audit.verified"] = a => a.Ask(new VerifyLog()),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_act_leaves_one_entry_of_its_name(string name)
    {
        var ana = await portal.Person($"act-{name.Replace('.', '-').Replace('_', '-')}");
        var before = await Count(name, ana);
        await All[name](new(portal, ana));
        await Eventually.Seen(() => Count(name, ana), now => now == before + 1);
        // Whoever gives a wrong password is not known to be the person.
        Assert.Equal(name == "user.sign_in_failed" ? Caller.Nobody.Actor : ana.Id.ToString(), await Actor(name, ana));
    }

    Task<long> Count(string name, AccountScene.Someone ana) => Number($"select count(*) from audit.log where event_type = '{name}' and tenant_id = '{ana.Tenant.Value}'");

    async Task<string?> Actor(string name, AccountScene.Someone ana) => (string?)await Database.Ask(
        portal.Database.Platform, $"select actor_id from audit.log where event_type = '{name}' and tenant_id = '{ana.Tenant.Value}' order by seq desc limit 1", TestContext.Current.CancellationToken);

    async Task<long> Number(string sql) => (long)(await Database.Ask(portal.Database.Platform, sql, TestContext.Current.CancellationToken))!;
}
