using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Sso.Peers;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Fixture;

/// <summary>A company whose people come through the SAML provider; and a stranger who runs one that calls itself the same.</summary>
sealed class SamlCompany(SsoCompany company, SamlIdp provider) : IAsyncDisposable
{
    SamlIdp? stranger;

    public SsoCompany Company => company;

    public SamlIdp Provider => provider;

    public string Metadata => new Uri(provider.Address, "/metadata").OriginalString;

    /// <summary>A company whose connection nobody has filled in yet, with the owner at the provider and a role of its own.</summary>
    public static async Task<SamlCompany> Open(PortalInBrowser portal, string slug)
    {
        var made = new SamlCompany(await SsoCompany.Create(portal, slug, SsoKind.Saml), await SamlIdp.Start());
        await made.Tell(made.Provider, made.Company.Owner);
        await made.Comes(made.Company.Owner, "bookkeepers", "everybody");
        await made.Company.MakeRole("Night shift");
        return made;
    }

    public static async Task<SamlCompany> Required(PortalInBrowser portal, string slug, X509Certificate2? certificate = null)
    {
        var provider = await SamlIdp.Start();
        if (certificate is not null) await provider.Use(certificate);
        var company = await SsoCompany.Create(portal, slug, SsoKind.Saml, new Dictionary<string, string>
        {
            ["entity_id"] = new Uri(provider.Address, "/metadata").OriginalString,
            ["sso_url"] = new Uri(provider.Address, "/sso").OriginalString,
            ["certificates"] = provider.Certificate.ExportCertificatePem(),
        });
        var made = new SamlCompany(company, provider);
        await made.Tell(provider, company.Owner);
        await company.Require(_ => Task.CompletedTask);
        await made.Comes($"member@{company.Domain}");
        return made;
    }

    /// <summary>Who sits at the provider from now on.</summary>
    public Task Comes(string email, params string[] groups) => provider.Set(new { user = new { id = email, email, name = email, groups } });

    public Task<IPage> Member(int width = 1280) => company.Knock(width);

    /// <summary>Somebody begins honestly and has the question answered by a provider of their own: as the owner, signed, in the real one's name.</summary>
    public async Task<IPage> Stranger()
    {
        stranger ??= await SamlIdp.Start();
        await Tell(stranger, company.Owner);
        await stranger.Set(new { issuer = Metadata });
        var page = await company.Portal.Open(email: null);
        await page.GotoAsync(new Uri(stranger.Address, (await company.Question(page)).PathAndQuery).OriginalString);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (stranger is not null) await stranger.DisposeAsync();
        await provider.DisposeAsync();
    }

    async Task Tell(SamlIdp idp, string email)
    {
        using var ours = X509Certificate2.CreateFromPem(await company.Setting("sp_certificates"));
        await idp.Set(new
        {
            audience = $"{company.Door}saml/metadata",
            acs = $"{company.Door}saml/acs",
            slo = $"{company.Door}saml/slo",
            spCert = ours.ExportCertificatePem(),
            spKey = PemEncoding.WriteString("PUBLIC KEY", ours.PublicKey.ExportSubjectPublicKeyInfo()),
            user = new { id = email, email, name = email, groups = Array.Empty<string>() },
            format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        });
    }
}
