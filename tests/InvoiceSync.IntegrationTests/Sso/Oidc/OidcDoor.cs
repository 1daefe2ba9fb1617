using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Sso.Oidc;

/// <summary>A company whose people come through one provider, and what became of those who did.</summary>
sealed record OidcDoor(SsoScene Scene, SsoConnectionId Connection, string Slug)
{
    const string Secret = "client-secret-of-tests";

    public Uri Portal => Scene.Portal.Address;

    public string Start => $"/sso/{Slug}/start";

    /// <summary>One more connection of the company, switched on, that makes newcomers viewers.</summary>
    public static async Task<OidcDoor> Open(SsoScene scene, string issuer, string clientId, IReadOnlyDictionary<string, string>? more = null, string secret = Secret, params SsoGroupRole[] groups)
    {
        var settings = new Dictionary<string, string>(more ?? new Dictionary<string, string>()) { ["issuer"] = issuer, ["client_id"] = clientId };
        var connection = await scene.Portal.Send(scene.Owner, new CreateSsoConnection(SsoKind.Oidc, "Test", settings, new Dictionary<string, string> { ["client_secret"] = secret }));
        await scene.Portal.Send(scene.Owner, new UpdateSsoConnection(connection, Roles: new(groups, Roles.Viewer)));
        await scene.Portal.Send(scene.Owner, new EnableSsoConnection(connection));
        var slug = (string)(await scene.Ask($"select slug from access.sso_connections where id = '{connection.Value}'"))!;
        return new(scene, connection, slug);
    }

    /// <summary>What the administrators read about the last coming-back: passed, or the exact reason.</summary>
    public async Task<string?> Outcome() => (string?)await Scene.Ask($"select outcome from access.sso_attempts where connection_id = '{Connection.Value}' order by at desc limit 1");

    public async Task<long> Sessions() => (long)(await Scene.Ask($"select count(*) from access.sessions where sso_connection = '{Connection.Value}' and ended_at is null"))!;

    /// <summary>Goes where redirects lead until the portal has decided; the answer is where it ended.</summary>
    public async Task<Uri> Follow(Browser browser, string path)
    {
        var at = new Uri(Portal, path);
        for (var hops = 0; hops < 10; hops++)
        {
            using var answer = await browser.Http.GetAsync(at, TestContext.Current.CancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther)) return at;
            at = new Uri(at, answer.Headers.Location!);
            if (IsDecided(at)) return at;
        }

        throw new InvalidOperationException($"Redirects without end, at {at}");
    }

    /// <summary>Up to the callback, which is not called: the address a provider sent the browser to.</summary>
    public async Task<Uri> FollowToCallback(Browser browser)
    {
        using var began = await browser.Http.GetAsync(new Uri(Portal, Start), TestContext.Current.CancellationToken);
        using var asked = await browser.Http.GetAsync(began.Headers.Location, TestContext.Current.CancellationToken);
        return asked.Headers.Location!;
    }

    public bool IsDecided(Uri at) => at.Authority == Portal.Authority && !at.AbsolutePath.EndsWith("/callback", StringComparison.Ordinal);
}
