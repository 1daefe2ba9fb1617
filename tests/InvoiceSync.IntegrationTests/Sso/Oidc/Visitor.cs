using System.Net;
using System.Text.RegularExpressions;

namespace InvoiceSync.IntegrationTests.Sso.Oidc;

/// <summary>A person's browser at the certified provider. It keeps every cookie by name: .NET's own container refuses cookies set for another path, which browsers take.</summary>
sealed partial class Visitor : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    readonly Dictionary<string, string> cookies = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Uri At { get; private set; } = new("http://127.0.0.1/");

    public string Page { get; private set; } = "";

    /// <summary>How often the provider asked something at the last entering.</summary>
    public int Asked { get; private set; }

    /// <summary>Follows redirects to the first page, or to the first address that is "enough".</summary>
    public async Task Go(Uri to, Dictionary<string, string>? form = null, Func<Uri, bool>? enough = null)
    {
        At = to;
        for (var hops = 0; hops < 20; hops++, form = null)
        {
            using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, At);
            if (form is not null) request.Content = new FormUrlEncodedContent(form);
            if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            using var answer = await http.SendAsync(request, Stop);
            Keep(answer);
            Page = await answer.Content.ReadAsStringAsync(Stop);
            if (answer.Headers.Location is not { } next) return;
            At = new Uri(At, next);
            if (enough?.Invoke(At) == true) return;
        }

        throw new InvalidOperationException($"Redirects without end, at {At}");
    }

    /// <summary>Signs in at the provider where it asks, and agrees to what it asks.</summary>
    public async Task Enter(OidcDoor door, string person, string? by = null)
    {
        await Go(new Uri(door.Portal, by ?? door.Start), null, door.IsDecided);
        Asked = 0;
        while (!door.IsDecided(At))
        {
            Asked++;
            var prompt = Prompt().Match(Page).Groups["value"].Value;
            Assert.True(prompt is "login" or "consent", Page);
            var action = WebUtility.HtmlDecode(Action().Match(Page).Groups["value"].Value);
            await Go(new Uri(At, action), new() { ["prompt"] = prompt, ["login"] = person, ["password"] = "any" }, door.IsDecided);
        }
    }

    /// <summary>The hidden fields of the page.</summary>
    public Dictionary<string, string> Hidden() =>
        HiddenField().Matches(Page).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));

    public void Dispose() => http.Dispose();

    void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var lines)) return;
        foreach (var line in lines)
        {
            var (pair, at) = (line.Split(';')[0], line.IndexOf('=', StringComparison.Ordinal));
            if (pair[(at + 1)..].Length == 0) cookies.Remove(pair[..at]);
            else cookies[pair[..at]] = pair[(at + 1)..];
        }
    }

    [GeneratedRegex("""name="prompt" value="(?<value>\w+)""")]
    private static partial Regex Prompt();

    [GeneratedRegex("""action="(?<value>[^"]+)""")]
    private static partial Regex Action();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""")]
    private static partial Regex HiddenField();
}
