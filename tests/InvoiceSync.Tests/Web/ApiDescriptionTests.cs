using System.Text.Json;
using InvoiceSync.Tests.Architecture;

namespace InvoiceSync.Tests.Web;

public sealed class ApiDescriptionTests
{
    const string Kept = "docs/openapi.v1.json";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_kept_description_is_the_one_the_portal_serves()
    {
        var served = await DescribedApi.Get("/openapi/v1.json", Ct);
        var (file, collection) = (Path.Combine(Repository.Root, Kept), Path.Combine(Repository.Root, "docs", "postman.json"));
        var breaks = ContractBreaks.Between(await File.ReadAllTextAsync(file, Ct), served);
        Assert.True(breaks.Count == 0 || Environment.GetEnvironmentVariable("INVOICESYNC_BREAK_OPENAPI") is not null, "This breaks programs that use the API:\n" + string.Join('\n', breaks));
        if (Environment.GetEnvironmentVariable("INVOICESYNC_KEEP_OPENAPI") is not null)
        {
            await File.WriteAllTextAsync(file, served.ReplaceLineEndings("\n").TrimEnd() + "\n", Ct);
            await File.WriteAllTextAsync(collection, PostmanCollection.Of(served), Ct);
        }

        Assert.True(PostmanCollection.Of(served) == await File.ReadAllTextAsync(collection, Ct), "docs/postman.json is not what the code says any more: run eng/openapi.");
        Assert.True(Same(await File.ReadAllTextAsync(file, Ct), served), $"{Kept} is not what the code says any more: run eng/openapi and look at the change.");
    }

    [Fact]
    public async Task Every_call_below_api_needs_a_key_has_an_example_and_tells_its_refusals()
    {
        using var document = JsonDocument.Parse(await DescribedApi.Get("/openapi/v1.json", Ct));
        var calls = document.RootElement.GetProperty("paths").EnumerateObject().Where(p => !p.Name.StartsWith("/health", StringComparison.Ordinal))
            .SelectMany(p => p.Value.EnumerateObject().Select(o => (Name: $"{o.Name} {p.Name}", Call: o.Value))).ToList();

        Assert.InRange(calls.Count, 13, 200);
        Assert.All(calls, c => Assert.NotEmpty(c.Call.GetProperty("security").EnumerateArray()));
        Assert.All(calls, c => Assert.All(["401", "403", "429"], status => Assert.True(c.Call.GetProperty("responses").TryGetProperty(status, out _), $"{c.Name} {status}")));
        var told = calls.Where(c => !c.Call.GetProperty("responses").TryGetProperty("204", out _) && Told(c.Call).TryGetProperty("application/json", out _)).ToList();
        Assert.InRange(told.Count, calls.Count / 2, calls.Count);
        Assert.All(told, c => Assert.True(Told(c.Call).GetProperty("application/json").TryGetProperty("example", out _), c.Name));
    }

    // What comes when all goes well; a file and a 204 have no example.
    static JsonElement Told(JsonElement call)
    {
        var first = call.GetProperty("responses").EnumerateObject().First().Value;
        return first.TryGetProperty("content", out var content) ? content : JsonDocument.Parse("{}").RootElement;
    }

    [Fact]
    public async Task The_page_of_errors_has_a_row_to_land_on_for_each_code_and_speaks_Romanian()
    {
        var page = await DescribedApi.Get("/docs/errors", Ct);

        Assert.All(InvoiceSync.Web.Hosting.Docs.ErrorCatalog.All, e => Assert.Contains($"id=\"{e.Code}\"", page, StringComparison.Ordinal));
        Assert.Contains("lang=\"ro\"", page, StringComparison.Ordinal);
    }

    static bool Same(string one, string other) =>
        JsonElement.DeepEquals(JsonDocument.Parse(one).RootElement, JsonDocument.Parse(other).RootElement);
}
