using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Secrets;

/// <summary>Sealed texts moved, cut and swapped in the database itself, and what the audit log says of those that are read.</summary>
public sealed class VaultTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sealed_text_opens_in_its_own_place_alone()
    {
        var (a, b) = (await Company.Create(portal, "swap-a", hooked: false), await Company.Create(portal, "swap-b", hooked: false));
        Assert.Null(await Code(a, "anaf"));

        // client_secret where the access token was, of the same company and provider.
        await Sql(a, "anaf", "jsonb_set(secrets, '{access_token}', secrets->'client_secret')");
        Assert.Equal("secret.unreadable", await Code(a, "anaf"));

        // The other company's, with the other company's data key beside it.
        var foreign = (string)(await Database.Ask(portal.Database.Platform, $"select secrets->>'api_key' from tenancy.connections where tenant_id = '{b.Id.Value}' and provider = 'stripe'", Ct))!;
        await Sql(a, "stripe", $"jsonb_set(secrets, '{{api_key}}', '\"{foreign}\"')");
        Assert.Equal("secret.unreadable", await Code(a, "stripe"));
        await Database.Ask(portal.Database.Platform, $"insert into tenancy.vault_keys select '{a.Id.Value}', id, master_key_id, wrapped, created_at - interval '1 day' from tenancy.vault_keys where tenant_id = '{b.Id.Value}' returning 1", Ct);
        Assert.Equal("secret.unreadable", await Code(a, "stripe"));
        Assert.Null(await Code(b, "stripe"));
    }

    [Theory]
    [InlineData("left(secrets->>'api_key', 40)")]
    [InlineData("left(secrets->>'api_key', 33)")]
    [InlineData("left(secrets->>'api_key', 20)")]
    [InlineData("secrets->>'api_key' || '!'")]
    [InlineData("'plain text somebody put there'")]
    [InlineData("'00000000000000000000000000000000.AAAA'")]
    public async Task A_cut_or_foreign_text_is_told_clearly(string text)
    {
        var company = await Company.Create(portal, $"cut-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}"[..30], hooked: false);
        await Sql(company, "stripe", $"jsonb_set(secrets, '{{api_key}}', to_jsonb(({text})::text))");
        Assert.Equal("secret.unreadable", await Code(company, "stripe"));
    }

    [Fact]
    public async Task However_often_secrets_are_read_the_log_says_so_once_for_holder_reader_and_hour()
    {
        var company = await Company.Create(portal, "reads", hooked: false);
        for (var n = 0; n < 20; n++) Assert.Null(await Code(company, "stripe"));
        await portal.Send(company.Machine, new NoteSecretRead("con_elsewhere", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await portal.Send(company.Machine, new NoteSecretRead("con_elsewhere", new(2026, 1, 1, 1, 0, 0, TimeSpan.Zero)));

        // The hour may turn while this runs: two entries then, never twenty.
        Assert.InRange(await Entries(company, "and actor_id = 'test' and resource_id <> 'con_elsewhere'"), 1, 2);
        Assert.Equal(2, await Entries(company, "and resource_id = 'con_elsewhere'"));
    }

    [Fact]
    public async Task A_secret_another_module_keeps_opens_for_its_purpose_in_its_company_alone()
    {
        var (a, b) = (await Company.Create(portal, "kept-a", hooked: false), await Company.Create(portal, "kept-b", hooked: false));
        var box = await portal.Send(a.Machine, new SealSecret("sso_1:client_secret", "canary"));
        Assert.DoesNotContain("canary", box, StringComparison.Ordinal);
        Assert.Equal("canary", await portal.Ask(a.Machine, new OpenSecret("sso_1:client_secret", box)));
        Assert.Equal("secret.unreadable", (await portal.As(a.Machine, d => d.Ask(new OpenSecret("sso_1:other", box), Ct))).Error?.Code);
        Assert.Equal("secret.unreadable", (await portal.As(b.Machine, d => d.Ask(new OpenSecret("sso_1:client_secret", box), Ct))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.As(a.Owner, d => d.Ask(new OpenSecret("sso_1:client_secret", box), Ct))).Error?.Code);
    }

    [Fact]
    public async Task Sealing_again_what_is_sealed_with_the_newest_key_changes_nothing()
    {
        var company = await Company.Create(portal, "idle", hooked: false);
        var before = await Database.Ask(portal.Database.Platform, $"select string_agg(c::text, '|' order by provider) from tenancy.connections c where tenant_id = '{company.Id.Value}'", Ct);
        await portal.Send(company.Machine, new ResealSecrets());
        Assert.Equal(before, await Database.Ask(portal.Database.Platform, $"select string_agg(c::text, '|' order by provider) from tenancy.connections c where tenant_id = '{company.Id.Value}'", Ct));
    }

    [Fact]
    public async Task A_new_data_key_is_told_to_the_log()
    {
        var company = await Company.Create(portal, "key-told", hooked: false);
        await portal.Send(company.Owner, new RotateTenantKey());
        Assert.Equal(1L, await Database.Ask(portal.Database.Platform, $"select count(*) from audit.log where tenant_id = '{company.Id.Value}' and event_type = 'data_key.rotated'", Ct));
    }

    async Task<long> Entries(Company company, string more) =>
        (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from audit.log where tenant_id = '{company.Id.Value}' and event_type = 'secret.read' {more}", Ct))!;

    async Task<string?> Code(Company company, string provider) => (await portal.As(company.Machine, d => d.Ask(new OpenConnection(provider), Ct))).Error?.Code;

    Task Sql(Company company, string provider, string secrets) =>
        Database.Ask(portal.Database.Platform, $"update tenancy.connections set secrets = {secrets} where tenant_id = '{company.Id.Value}' and provider = '{provider}' returning 1", Ct);
}
