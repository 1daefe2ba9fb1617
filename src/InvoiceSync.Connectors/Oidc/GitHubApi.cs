using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>
/// GitHub signs people in by plain OAuth: who they are is asked of its API. The number of the account never changes, its login
/// does; an address counts as verified when /user/emails says so of the primary one.
/// </summary>
static class GitHubApi
{
    public const string Issuer = "https://github.com";

    public static OidcMetadata Metadata(Uri web, Uri api) =>
        new(new(web, "/login/oauth/authorize"), new(web, "/login/oauth/access_token"), null, new(api, "/user"), null, NamesItself: false, TakesSecretInHeader: false);

    public static async Task<OidcIdentity> Who(OidcWire wire, Uri user, OidcSettings settings, string accessToken, CancellationToken ct)
    {
        var person = StrictJson.Object(await Get(wire, user, accessToken, ct));
        OidcRefusedException.Unless(person is not null && person.Value.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out _), "github.person_unreadable");
        var claims = new JsonObject
        {
            ["sub"] = person.Value.GetProperty("id").GetInt64().ToString(CultureInfo.InvariantCulture),
            ["login"] = person.Value.Text("login"),
            ["name"] = person.Value.Text("name") ?? person.Value.Text("login"),
        };
        if (Primary(await Get(wire, new($"{user.AbsoluteUri}/emails"), accessToken, ct)) is { } email) (claims["email"], claims["email_verified"]) = (email, true);
        return ClaimReading.Read(JsonSerializer.SerializeToElement(claims), settings);
    }

    static string? Primary(byte[] list)
    {
        // The strict reader takes objects, and GitHub sends a bare array here.
        var json = StrictJson.Object([.. "{\"emails\":"u8, .. list, .. "}"u8]);
        OidcRefusedException.Unless(json is not null && json.Value.GetProperty("emails").ValueKind == JsonValueKind.Array, "github.emails_unreadable");
        return json.Value.GetProperty("emails").EnumerateArray()
            .Where(e => e.ValueKind == JsonValueKind.Object && e.IsTrue("primary") && e.IsTrue("verified")).Select(e => e.Text("email")).FirstOrDefault();
    }

    static async Task<byte[]> Get(OidcWire wire, Uri address, string accessToken, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var answer = await wire.Send(request, "github", ct);
        OidcRefusedException.Unless(answer.Status == HttpStatusCode.OK, "github.status_wrong");
        return answer.Body;
    }
}
