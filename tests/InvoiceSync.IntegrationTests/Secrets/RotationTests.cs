using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Secrets;

/// <summary>New data keys and new master keys, with work going on: nothing becomes unreadable, and nothing is left under the old ones.</summary>
public sealed class RotationTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static readonly string[] NewMaster = ["--Secrets:MasterKeyId=2", "--Secrets:MasterKey=HxweHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgE="];
    static readonly string[] OldMaster = ["--Secrets:OldMasterKeys:1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_new_data_key_every_secret_is_sealed_again_and_opens_as_before()
    {
        var company = await Company.Create(portal, "new-data-key", hooked: false);
        var before = await Opened(company);
        var sealedBefore = await Kept(company);
        Assert.NotEmpty(before);

        await portal.Send(company.Owner, new RotateTenantKey());
        await portal.Send(company.Owner, new RotateTenantKey());
        var state = await Eventually.Seen(() => portal.Ask(company.Owner, new GetSecretState()), s => s.IsFinished && s.Keys is [{ Secrets: > 0 }, ..]);

        Assert.Equal(3, state.Keys.Count);
        Assert.Equal((before.Count, before.Count), (state.All, state.Keys[0].Secrets));
        Assert.Equal(before, await Opened(company));
        Assert.NotEqual(sealedBefore, await Kept(company));
    }

    [Fact]
    public async Task After_a_new_master_key_nothing_needs_the_old_one_any_more()
    {
        var company = await Company.Create(portal, "new-master-key", hooked: false);
        var before = await Opened(company);
        await portal.StopPortal();

        await using (var between = await PortalNode.Start(portal.Database, portal.World.Address, null, [.. NewMaster, .. OldMaster]))
        {
            await Eventually.Seen(() => Database.Ask(portal.Database.Platform, "select count(*) from tenancy.vault_keys where master_key_id <> '2'", Ct), left => left is 0L);
            await Eventually.Seen(() => Database.Ask(portal.Database.Platform, "select count(*) from audit.person_keys where wrapped not like '2.%'", Ct), left => left is 0L);
            Assert.Equal(0L, await Database.Ask(portal.Database.Platform, "select count(*) from access.protection_keys where xml like '%<sealed>%' and xml not like '%<sealed>2.%'", Ct));
            Assert.True((await between.Try(company.Owner, new GetSecretState())).OrThrow().IsFinished);
        }

        await using var after = await PortalNode.Start(portal.Database, portal.World.Address, null, [.. NewMaster, "--InvoiceSync:Roles=portal,api"]);
        foreach (var provider in (string[])["stripe", "anaf"])
            foreach (var (name, secret) in (await after.Try(company.Machine, new OpenConnection(provider))).OrThrow().Secrets) Assert.Equal(before[$"{provider}:{name}"], secret);
        Assert.NotEmpty((await after.Try(company.Owner, new InvoiceSync.Audit.ListActivity())).OrThrow().Rows);

        // The old key alone opens nothing now: the exchange was real.
        await using var backwards = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=api");
        Assert.Equal("secret.unreadable", (await backwards.Try(company.Machine, new OpenConnection("stripe"))).Error?.Code);
    }

    async Task<Dictionary<string, string>> Opened(Company company)
    {
        var secrets = new Dictionary<string, string>();
        foreach (var provider in (string[])["stripe", "anaf"])
            foreach (var (name, secret) in (await portal.Ask(company.Machine, new OpenConnection(provider))).Secrets) secrets[$"{provider}:{name}"] = secret;
        return secrets;
    }

    async Task<object?> Kept(Company company) =>
        await Database.Ask(portal.Database.Platform, $"select string_agg(secrets::text, '|' order by provider) from tenancy.connections where tenant_id = '{company.Id.Value}'", Ct);
}
