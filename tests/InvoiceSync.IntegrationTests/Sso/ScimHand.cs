using System.Net;
using System.Text;
using System.Text.Json;
using InvoiceSync.Access;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>A directory's hand on the SCIM endpoint, with a key that may manage users.</summary>
sealed class ScimHand(HttpClient http) : IDisposable
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Tag)
    {
        public string Text(string name) => Body.GetProperty(name).GetString()!;
    }

    public static async Task<ScimHand> Of(SsoScene scene, params string[] scopes)
    {
        var key = await scene.Portal.Send(scene.Owner, new CreateApiKey("directory", Roles.Viewer) { Scopes = scopes.Length > 0 ? scopes : ["user.manage"] });
        var http = scene.Portal.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", key.Secret);
        return new(http);
    }

    public async Task<Answer> Send(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri($"/scim/v2/{path}", UriKind.Relative));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/scim+json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        return new(answer.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default, answer.Headers.ETag?.ToString());
    }

    public async Task<string> Person(string userName) => (await Send("POST", "Users", JsonSerializer.Serialize(new { userName, active = true }))).Text("id");

    public void Dispose() => http.Dispose();
}
