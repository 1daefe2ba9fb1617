namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>The addresses every kind of connection has: where a sign-in, a test or a link begins.</summary>
static class SsoEndpoints
{
    const int LongestText = 2048;

    public static void MapSso(this WebApplication app)
    {
        app.MapGet("/sso/{slug}/start", Start).AllowAnonymous().ExcludeFromDescription();
        // The provider is told this address; nobody is sent anywhere the query string says.
        app.MapGet("/sso/{slug}/signed-out", () => Results.Redirect("/sign-in")).AllowAnonymous().ExcludeFromDescription();
        app.MapBackChannel();
        app.MapSaml();
    }

    static async Task Start(HttpContext http, string slug, string? intent, string? returnUrl, string? login_hint, bool? fresh, SsoConnections connections, SsoEntrance entrance, IServiceProvider services)
    {
        var connection = await connections.Find(slug, http.RequestAborted);
        if (connection is null || !connection.Enabled && intent is null)
        {
            await entrance.Refuse(http, connection?.Id, connection is null ? "connection.unknown" : "connection.disabled", null, null);
            return;
        }

        await services.GetRequiredKeyedService<ISsoProtocol>(connection.Kind).Begin(http, connection, new(Short(intent), Short(returnUrl), Short(login_hint)) { Fresh = fresh == true });
    }

    static string? Short(string? text) => text is { Length: > 0 and <= LongestText } ? text : null;
}
