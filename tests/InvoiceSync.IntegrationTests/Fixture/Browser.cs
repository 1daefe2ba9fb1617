using System.Net;
using System.Text.RegularExpressions;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>A browser without a screen: keeps cookies, fills in forms as they were sent, follows no redirect by itself.</summary>
public sealed partial class Browser : IDisposable
{
    readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new() };

    public Browser(Uri portal) => Http = new(handler) { BaseAddress = portal, Timeout = TimeSpan.FromSeconds(60) };

    public HttpClient Http { get; }

    public IReadOnlyList<Cookie> Cookies => [.. handler.CookieContainer.GetAllCookies().AsEnumerable()];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Browser> SignedIn(Uri portal, string email, string password = Company.Password)
    {
        var browser = new Browser(portal);
        using var answer = await browser.SignIn(email, password);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{email} was not let in: {answer.StatusCode}");
        return browser;
    }

    public Task<HttpResponseMessage> SignIn(string email, string password, string query = "") => Submit(
        $"/sign-in{query}", "/sign-in" + query, new() { ["Form.Email"] = email, ["Form.Password"] = password });

    /// <summary>Posts the first form of a page, with its own hidden fields.</summary>
    public async Task<HttpResponseMessage> Submit(string page, string action, Dictionary<string, string> fields)
    {
        var html = await Http.GetStringAsync(new Uri(page, UriKind.Relative), Ct);
        foreach (Match hidden in Hidden().Matches(html)) fields.TryAdd(hidden.Groups["name"].Value, WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        using var form = new FormUrlEncodedContent(fields);
        return await Http.PostAsync(new Uri(action, UriKind.Relative), form, Ct);
    }

    public async Task<(HttpStatusCode Status, string Text)> Get(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    public void Dispose()
    {
        Http.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""")]
    private static partial Regex Hidden();
}
