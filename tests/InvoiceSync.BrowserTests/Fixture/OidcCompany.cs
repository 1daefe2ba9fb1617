using System.Net.Http.Json;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Sso.Peers;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Fixture;

/// <summary>A company whose people come through the certified OpenID provider.</summary>
sealed class OidcCompany(SsoCompany company, NodePeer provider, string secret) : IAsyncDisposable
{
    readonly HttpClient http = new();

    public SsoCompany Company => company;

    public string Issuer => provider.Address.OriginalString.TrimEnd('/');

    public string Secret => secret;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<OidcCompany> Required(PortalInBrowser portal, string slug)
    {
        var provider = await NodePeer.Start("oidc", "op.mjs");
        var issuer = provider.Address.OriginalString.TrimEnd('/');
        var company = await SsoCompany.Create(portal, slug, SsoKind.Oidc, new Dictionary<string, string> { ["issuer"] = issuer });
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync($"{issuer}/reg", new { redirect_uris = new[] { $"{company.Door}callback" } }, Ct);
        var client = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        var secret = client.GetProperty("client_secret").GetString()!;
        await company.Fill(new Dictionary<string, string> { ["client_id"] = client.GetProperty("client_id").GetString()! }, new Dictionary<string, string> { ["client_secret"] = secret });
        var made = new OidcCompany(company, provider, secret);
        await company.Require(page => made.Answer(page, company.Owner));
        // A changed connection asks its provider anew; here the provider is still well.
        await company.Noticed();
        return made;
    }

    /// <summary>Signs in at the provider, and agrees to what it asks.</summary>
    public async Task Answer(IPage page, string email)
    {
        await page.GetByPlaceholder("Enter any login").FillAsync(email.Replace("@", "_at_", StringComparison.Ordinal));
        await page.GetByPlaceholder("and password").FillAsync("any");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign-in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    /// <summary>A member who is new to this browser comes through the provider.</summary>
    public async Task<IPage> Member(int width = 1280)
    {
        var page = await company.Knock(width);
        await Answer(page, $"member@{company.Domain}");
        return page;
    }

    public async Task Turn(string dial)
    {
        using var turned = await http.PostAsync(new Uri($"{Issuer}/__{dial}"), null, Ct);
        turned.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await provider.DisposeAsync();
    }
}
