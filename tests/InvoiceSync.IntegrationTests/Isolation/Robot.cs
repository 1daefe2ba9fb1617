using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>Calls an address in somebody's name and answers what came back, without what differs between any two answers.</summary>
sealed partial class Robot(HttpClient http)
{
    public sealed record Answer(HttpStatusCode Status, string? Location, string Text)
    {
        /// <summary>What must be alike. Of a redirect only where it leads: its page may have been half drawn when it turned away.</summary>
        public string Shown => (int)Status is >= 300 and < 400 ? Location! : Text;

        public bool IsClosedDoor => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            || Status is HttpStatusCode.Found && (Location!.Contains("/sign-in", StringComparison.Ordinal) || Location.EndsWith("/choose", StringComparison.Ordinal));
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Robot> SignedIn(Uri portal, string email) => new((await Browser.SignedIn(portal, email)).Http);

    public static Robot Anonymous(PortalNode portal) => new(portal.Client(cookies: false));

    public static Robot WithKey(PortalNode portal, string key)
    {
        var http = portal.Client(cookies: false);
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return new(http);
    }

    /// <summary>Fills every parameter of the pattern with the name, and offers it in the query and the body as well.</summary>
    public async Task<Answer> Call(EndpointInventory.Entry endpoint, string home, string name)
    {
        Answer? answer = null;
        // The API slows a hasty robot down; that is no answer to the question.
        await Eventually.Seen(async () => (answer = await Once(endpoint, home, name)).Status, status => status != HttpStatusCode.TooManyRequests);
        return answer!;
    }

    async Task<Answer> Once(EndpointInventory.Entry endpoint, string home, string name)
    {
        var offered = Uri.EscapeDataString(name);
        var path = home + Parameter().Replace(endpoint.Pattern, m => m.Value.Contains("xml|zip", StringComparison.Ordinal) ? "xml" : offered);
        // Version 1 refuses parameters it does not know before it looks at ids: there the names stand in path and body alone.
        var query = endpoint.Pattern.StartsWith("/v1", StringComparison.Ordinal) ? "" : $"?id={offered}&state={offered}&code=x&customer_id={offered}&search={offered}&after={offered}&format=xml&to=en";
        using var request = new HttpRequestMessage(new(endpoint.Method == "*" ? "GET" : endpoint.Method), new Uri(path + query, UriKind.Relative));
        if (endpoint.Method is "POST" or "PUT" or "PATCH")
            request.Content = JsonContent.Create(new { source_type = "invoice", source_id = name, provider = "anaf", id = name, invoice = name, sale = name, customer_tax_id = "-" });
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, Ct);
        var text = $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync(Ct)}";
        var location = answer.Headers.Location?.OriginalString.Replace(offered, "NAME", StringComparison.OrdinalIgnoreCase).Replace(name, "NAME", StringComparison.OrdinalIgnoreCase);
        return new(answer.StatusCode, location, Passing().Replace(text.Replace(offered, "NAME", StringComparison.OrdinalIgnoreCase).Replace(name, "NAME", StringComparison.OrdinalIgnoreCase), ""));
    }

    [GeneratedRegex(@"\{(?:[^{}]|\{\d*\})+\}")]
    private static partial Regex Parameter();

    // Nonces, forgery tokens, the circuit's sealed descriptors, the names charts give their parts, times and lengths.
    [GeneratedRegex("""clipPath[A-Za-z0-9_-]+|nonce[-=]["']?[A-Za-z0-9+/=]+|<!--(?:Blazor|bl).*?-->|value="CfDJ8[^"]*"|Set-Cookie: .*|Date: .*|Content-Length: .*|"correlation":"[^"]*"|"traceId":"[^"]*"|RateLimit-(?:Remaining|Reset): .*|name="[a-z-]+-[0-9a-f]{8,}"|(?:id|for|aria-describedby)="[^"]*"|"trace_id":"[^"]*"|<code>[0-9a-f]{32}</code>|"time":"[^"]*"|blazor-enhanced-nav: .*""")]
    private static partial Regex Passing();
}
