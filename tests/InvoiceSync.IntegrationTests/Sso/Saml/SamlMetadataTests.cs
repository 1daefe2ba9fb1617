using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sso.Peers;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso.Saml;

/// <summary>A provider's metadata sets a connection up; what changes in it later waits for an administrator.</summary>
public sealed class SamlMetadataTests(SamlScene saml) : IClassFixture<SamlScene>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changed_certificates_wait_to_be_accepted_and_count_only_then()
    {
        var link = await saml.Link();
        var owner = link.Scene.Owner;
        await saml.Portal.Send(owner, new ImportSamlMetadata(link.Connection, Address: Address(link)));
        using var browser = new Browser(link.Portal);
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.SignIn(browser));
        Assert.Equal("saml.nothing_waiting", (await saml.Portal.As(owner, d => d.Send(new AcceptSamlMetadata(link.Connection), Ct))).Error!.Code);
        await Watch(link);
        Assert.Equal("passed", await link.Outcome());

        await link.Idp.Rotate();
        await Watch(link);
        Assert.Equal("saml.metadata_changed", await link.Outcome());
        Assert.True(SamlSuggestion.IsIn(await link.Settings()));
        using var later = new Browser(link.Portal);
        await link.Refused(later, await link.SignIn(later), "saml.signature_mismatch");
        await Watch(link);
        Assert.Equal("saml.signature_mismatch", await link.Outcome());

        await saml.Portal.Send(owner, new AcceptSamlMetadata(link.Connection));
        Assert.False(SamlSuggestion.IsIn(await link.Settings()));
        await link.Fresh();
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.SignIn(later));
    }

    [Theory]
    [InlineData("https://10.0.0.1/metadata")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    [InlineData("")]
    public async Task Metadata_from_where_it_cannot_be_is_not_fetched(string address)
    {
        var link = await saml.Link();
        var before = await link.Settings();
        Assert.Equal("saml.metadata_unusable", (await saml.Portal.As(link.Scene.Owner, d => d.Send(new ImportSamlMetadata(link.Connection, Address: address), Ct))).Error!.Code);
        Assert.Equal(before, await link.Settings());
    }

    [Theory]
    [InlineData("<!DOCTYPE x><x/>")]
    [InlineData("<html/>")]
    [InlineData("")]
    public async Task Metadata_that_is_none_changes_nothing(string xml)
    {
        var link = await saml.Link();
        var refused = await saml.Portal.As(link.Scene.Owner, d => d.Send(new ImportSamlMetadata(link.Connection, Xml: xml), Ct));
        Assert.Equal("saml.metadata_unusable", refused.Error!.Code);
    }

    [Theory]
    [InlineData(2.5, "saml.certificate_expiring")]
    [InlineData(-0.5, "saml.certificate_expired")]
    [InlineData(20.5, null)]
    public async Task Days_that_run_out_are_told_in_time(double days, string? told)
    {
        using var certificate = SamlIdp.NewCertificate(days);
        var link = await saml.Link(new Dictionary<string, string> { ["certificates"] = certificate.ExportCertificatePem() });
        await Watch(link);
        Assert.Equal(told, await link.Outcome());
    }

    [Fact]
    public async Task Certificates_are_listed_with_their_last_days_and_fingerprints_those_that_wait_too()
    {
        using var certificate = SamlIdp.NewCertificate(2.5);
        using var next = SamlIdp.NewCertificate();
        var link = await saml.Link(new Dictionary<string, string> { ["certificates"] = certificate.ExportCertificatePem() });
        await saml.Portal.Send(link.Scene.Owner, new SuggestSamlMetadata(link.Connection, new Dictionary<string, string>(await link.Settings()) { ["certificates"] = next.ExportCertificatePem() }));
        var listed = (await saml.Portal.Ask(link.Scene.Owner, new ListSsoCertificates())).Where(c => c.Connection == link.Connection).ToDictionary(c => c.Whose);

        Assert.Equal([ListSsoCertificates.Owner.Provider, ListSsoCertificates.Owner.Waiting, ListSsoCertificates.Owner.Ours], listed.Keys.Order());
        Assert.Equal(new DateTimeOffset(certificate.NotAfter.ToUniversalTime()), listed[ListSsoCertificates.Owner.Provider].EndsAt);
        Assert.Equal(next.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256), listed[ListSsoCertificates.Owner.Waiting].Fingerprint.Replace(":", "", StringComparison.Ordinal));
        Assert.True(listed[ListSsoCertificates.Owner.Ours].EndsAt > TimeProvider.System.GetUtcNow().AddYears(2));
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_told_and_nothing_else_happens()
    {
        var link = await saml.Link(new Dictionary<string, string> { [SamlSuggestion.Address] = Address(await saml.Link()) + "-nowhere" });
        await Watch(link);
        Assert.Equal("saml.metadata_unusable", await link.Outcome());
        using var browser = new Browser(link.Portal);
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.SignIn(browser));
    }

    [Fact]
    public async Task What_waits_already_is_no_news_and_what_is_as_before_waits_for_nothing()
    {
        var link = await saml.Link();
        var now = new Dictionary<string, string>(await link.Settings());
        Assert.False(await saml.Portal.Send(link.Scene.Owner, new SuggestSamlMetadata(link.Connection, now)));
        var changed = new Dictionary<string, string>(now) { ["sso_url"] = "https://moved.example/sso" };
        Assert.True(await saml.Portal.Send(link.Scene.Owner, new SuggestSamlMetadata(link.Connection, changed)));
        Assert.False(await saml.Portal.Send(link.Scene.Owner, new SuggestSamlMetadata(link.Connection, changed)));
        Assert.Equal(now["sso_url"], (await link.Settings())["sso_url"]);
        await saml.Portal.Send(link.Scene.Owner, new SuggestSamlMetadata(link.Connection, now));
        Assert.False(SamlSuggestion.IsIn(await link.Settings()));
    }

    Task<Done> Watch(SamlLink link) => saml.Portal.Send(Caller.System(link.Scene.Tenant, "jobs"), new WatchSamlProviders());

    static string Address(SamlLink link) => new Uri(link.Idp.Address, "/metadata").OriginalString;
}
