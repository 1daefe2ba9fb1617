using System.Net;
using System.Text.RegularExpressions;
using InvoiceSync.Access;
using InvoiceSync.Connectors.Saml;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sso.Peers;
using InvoiceSync.Web.Hosting.Sso;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Sso.Saml;

/// <summary>A company whose people come through the provider: what a browser does on the way, and what became of it.</summary>
sealed partial record SamlLink(SsoScene Scene, SamlIdp Idp, SsoConnectionId Connection, string Slug)
{
    public Uri Portal => Scene.Portal.Address;

    public SamlParty Us => SamlParty.Of(Portal, Slug);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<SamlLink> Open(SsoScene scene, SamlIdp idp, IReadOnlyDictionary<string, string>? more)
    {
        var metadata = Assert.IsType<SamlAnswer<IdpMetadata>.Proved>(IdpMetadata.Read(await idp.Metadata(), TimeProvider.System.GetUtcNow(), loopback: true)).What;
        var settings = new Dictionary<string, string>(metadata.Settings.Concat(more ?? new Dictionary<string, string>()).GroupBy(s => s.Key).Select(s => s.Last()));
        var connection = await scene.Portal.Send(scene.Owner, new CreateSsoConnection(SsoKind.Saml, "Test", settings));
        await scene.Portal.Send(scene.Owner, new UpdateSsoConnection(connection, Roles: new([new("books", Roles.Manager)], Roles.Viewer)));
        await scene.Portal.Send(scene.Owner, new EnableSsoConnection(connection));
        var slug = (string)(await scene.Ask($"select slug from access.sso_connections where id = '{connection.Value}'"))!;
        var link = new SamlLink(scene, idp, connection, slug);
        await link.Tell();
        return link;
    }

    /// <summary>Tells the provider about us as we are now, and undoes whatever another test set.</summary>
    public async Task Tell()
    {
        var pem = SamlCertificates.Read((await Settings())["sp_certificates"])[0];
        await Idp.Set(new
        {
            audience = Us.EntityId,
            acs = Us.Acs,
            slo = Us.Slo,
            spCert = pem.ExportCertificatePem(),
            spKey = pem.PublicKey.ExportSubjectPublicKeyInfo() is var key ? System.Security.Cryptography.PemEncoding.WriteString("PUBLIC KEY", key) : null,
            user = new { id = "alice", email = $"alice@{Scene.Domain}", name = "Alice", groups = new[] { "books" } },
            format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            signAssertion = true,
            signResponse = false,
            @sealed = false,
            cipher = (string?)null,
            algorithm = "rsa-sha256",
            digest = "sha256",
            inResponseTo = (string?)null,
            recipient = (string?)null,
            destination = (string?)null,
        });
    }

    public async Task<IReadOnlyDictionary<string, string>> Settings() =>
        (await Scene.Portal.Ask(Scene.Owner, new ListSsoConnections())).Single(c => c.Id == Connection).Settings;

    /// <summary>Until the portal has noticed a change: it remembers a connection for five seconds.</summary>
    public async Task Fresh()
    {
        var expected = (await Settings())["sp_certificates"] + (await Settings())["certificates"];
        var remembered = Scene.Portal.Services.GetRequiredService<SsoConnections>();
        await Eventually.Seen(
            async () => await remembered.Find(Slug, Ct),
            seen => seen is not null && seen.Settings["sp_certificates"] + seen.Settings["certificates"] == expected);
    }

    /// <summary>From our door to the provider and back up to the form it wants posted: the field SAMLResponse.</summary>
    public async Task<string> Answer(Browser browser, string? path = null)
    {
        using var began = await browser.Http.GetAsync(new Uri(path ?? $"/sso/{Slug}/start", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Found, began.StatusCode);
        Assert.StartsWith(Idp.Address.OriginalString, began.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return await Field(began.Headers.Location);
    }

    /// <summary>What the provider answers at an address of its own; without a request it began by itself.</summary>
    public async Task<string> Field(Uri address)
    {
        using var http = new HttpClient();
        var page = await http.GetStringAsync(address, Ct);
        var field = WebUtility.HtmlDecode(Value().Match(page).Groups["value"].Value);
        Assert.True(field.Length > 0, page);
        return field;
    }

    /// <summary>Posts an answer as the provider's page would, and says where that led.</summary>
    public async Task<string> Post(Browser browser, string field, string? relayState = null, string? slug = null)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["SAMLResponse"] = field, ["RelayState"] = relayState ?? "" });
        using var answer = await browser.Http.PostAsync(new Uri($"/sso/{slug ?? Slug}/saml/acs", UriKind.Relative), form, Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(Ct)}");
        return answer.Headers.Location!.OriginalString;
    }

    public async Task<string> SignIn(Browser browser) => await Post(browser, await Answer(browser));

    /// <summary>What the administrators read about the last coming-back: passed, or the exact reason.</summary>
    public async Task<string?> Outcome() => (string?)await Scene.Ask($"select outcome from access.sso_attempts where connection_id = '{Connection.Value}' order by at desc, id desc limit 1");

    public async Task<long> Sessions() => (long)(await Scene.Ask($"select count(*) from access.sessions where sso_connection = '{Connection.Value}' and ended_at is null"))!;

    /// <summary>Nobody is signed in, the browser learned nothing, the administrators everything.</summary>
    public async Task Refused(Browser browser, string led, string reason)
    {
        Assert.StartsWith("/sso/refused?id=", led, StringComparison.Ordinal);
        Assert.DoesNotContain(reason.Split('.')[1], led, StringComparison.Ordinal);
        Assert.Equal(reason, await Outcome());
        Assert.DoesNotContain(browser.Cookies, c => c.Name.Contains("session", StringComparison.Ordinal));
    }

    [GeneratedRegex("""name="SAMLResponse"\s+value="(?<value>[^"]+)""")]
    private static partial Regex Value();
}
