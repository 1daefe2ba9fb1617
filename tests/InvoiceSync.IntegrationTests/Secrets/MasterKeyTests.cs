using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Secrets;

/// <summary>A new master key: everything it seals itself or through a data key moves over, and opens without the old one. Stops its portal, so it shares it with nobody.</summary>
public sealed class MasterKeyTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static readonly string[] NewMaster = ["--Secrets:MasterKeyId=2", "--Secrets:MasterKey=HxweHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgE="];
    static readonly string[] OldMaster = ["--Secrets:OldMasterKeys:1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="];

    static readonly string[] Leftovers =
    [
        "select count(*) from tenancy.vault_keys where master_key_id <> '2'",
        "select count(*) from audit.person_keys where wrapped not like '2.%'",
        "select count(*) from access.second_factors where secret not like '2.%'",
        "select count(*) from messaging.mails where sealed not like '2.%'",
    ];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_new_master_key_nothing_needs_the_old_one_any_more()
    {
        var company = await Company.Create(portal, "new-master-key", hooked: false);
        var before = await KeptSecrets.Opened(portal, company);
        var ana = await portal.Person("two-step");
        var app = Authenticator.Secret(await portal.Send(ana.Caller, new BeginTwoStep()));
        await portal.Send(ana.Caller, new ConfirmTwoStep(Authenticator.Code(app, 0)));
        await portal.Letters(ana.Email, 1);
        await portal.StopPortal();

        await using (var between = await PortalNode.Start(portal.Database, portal.World.Address, null, [.. NewMaster, .. OldMaster]))
        {
            foreach (var left in Leftovers) await Eventually.Seen(() => Database.Ask(portal.Database.Platform, left, Ct), count => count is 0L);
            Assert.Equal(0L, await Database.Ask(portal.Database.Platform, "select count(*) from access.protection_keys where xml like '%<sealed>%' and xml not like '%<sealed>2.%'", Ct));
            Assert.True((await between.Try(company.Owner, new GetSecretState())).OrThrow().IsFinished);
        }

        await using var after = await PortalNode.Start(portal.Database, portal.World.Address, null, [.. NewMaster, "--InvoiceSync:Roles=portal,api"]);
        foreach (var provider in (string[])["stripe", "anaf"])
            foreach (var (name, secret) in (await after.Try(company.Machine, new OpenConnection(provider))).OrThrow().Secrets) Assert.Equal(before[$"{provider}:{name}"], secret);
        Assert.NotEmpty((await after.Try(company.Owner, new InvoiceSync.Audit.ListActivity())).OrThrow().Rows);

        var slip = (await after.Try(Caller.Nobody, new SignIn(ana.Email, Company.Password, false, "device", "192.0.2.1"))).OrThrow();
        Assert.True((await after.Try(Caller.Nobody, new TakeSecondStep(slip.Token, Authenticator.Code(app, 1)))).IsOk);
        Assert.Contains((await after.Try(Caller.System(TenantId.Platform, "test"), new ListKeptMails())).OrThrow(), m => m.To == ana.Email);

        // The old key alone opens nothing now: the exchange was real.
        await using var backwards = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=api");
        Assert.Equal("secret.unreadable", (await backwards.Try(company.Machine, new OpenConnection("stripe"))).Error?.Code);
    }
}
