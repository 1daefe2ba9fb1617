using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace InvoiceSync.IntegrationTests.Api;

/// <summary>Changes over REST, with the version they mean in If-Match.</summary>
static class ApiChanges
{
    public static async Task<(HttpStatusCode Status, JsonElement Body, string? Version)> Change(this ApiCaller api, HttpMethod method, string path, string? body, string? ifMatch = "*")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await api.Send(request);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text), answer.Headers.ETag?.Tag);
    }

    public static Task<(HttpStatusCode Status, JsonElement Body, string? Version)> Patch(this ApiCaller api, string path, string body, string? ifMatch = "*") => api.Change(HttpMethod.Patch, path, body, ifMatch);

    /// <summary>The refusal's code, and where it points: "body.invalid /name /email".</summary>
    public static string Refusal(this JsonElement problem) =>
        string.Join(' ', [problem.Text("code")!, .. problem.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(e => e.TryGetProperty("pointer", out var pointer) ? pointer.GetString()! : e.Text("parameter")!) : []]);
}
