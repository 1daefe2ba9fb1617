using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace InvoiceSync.Tests.Web.Rest;

/// <summary>The building blocks of version 1, seen by a caller over HTTP.</summary>
public sealed class ShelfTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_neither_repeat_nor_lose_a_row_while_others_come_in()
    {
        await using var shelf = await Shelf.Open();
        for (var n = 1; n <= 7; n++) shelf.Put($"book {n}", day: n);
        var (seen, next) = (new List<string>(), "");
        do
        {
            var page = await Get(shelf, $"/v1/invoices?limit=2&after={next}");
            seen.AddRange(page.GetProperty("data").EnumerateArray().Select(b => b.GetProperty("title").GetString()!));
            next = page.GetProperty("next_cursor").GetString();
            Assert.Equal(next is not null, page.GetProperty("has_more").GetBoolean());
            // Newest first: what comes in now stands before every page to come.
            shelf.Put($"late {seen.Count}", day: 20);
        }
        while (next is not null);

        Assert.Equal(["book 7", "book 6", "book 5", "book 4", "book 3", "book 2", "book 1"], seen);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_company_list_and_order_and_only_unaltered()
    {
        await using var shelf = await Shelf.Open();
        for (var n = 1; n <= 3; n++) shelf.Put($"book {n}", day: n);
        var cursor = (await Get(shelf, "/v1/invoices?limit=1")).GetProperty("next_cursor").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await Status(shelf, $"/v1/invoices?after={cursor}"));
        Assert.Equal(HttpStatusCode.OK, await Status(shelf, $"/api/v1/invoices?after={cursor}"));

        var altered = cursor[..^3] + (cursor[^3] == 'A' ? 'B' : 'A') + cursor[^2..];
        string[] wrong = [$"/v1/invoices?after={altered}", "/v1/invoices?after=x", "/v1/invoices?after=AAAA", "/v1/invoices?after=%00", $"/v1/customers?after={cursor}", $"/v1/invoices?sort=price&after={cursor}"];
        foreach (var path in wrong)
        {
            var problem = await Refused(shelf, path);
            Assert.Equal(("cursor.invalid", "after"), (problem.GetProperty("code").GetString(), problem.GetProperty("errors")[0].GetProperty("parameter").GetString()));
        }

        using var other = new HttpRequestMessage(HttpMethod.Get, $"/v1/invoices?after={cursor}") { Headers = { { "X-Company", "another" } } };
        Assert.Equal(HttpStatusCode.BadRequest, (await shelf.Http.SendAsync(other, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("limit=0", "limit", "parameter.invalid")]
    [InlineData("limit=101", "limit", "parameter.invalid")]
    [InlineData("limit=-1", "limit", "parameter.invalid")]
    [InlineData("sort=password", "sort", "parameter.invalid")]
    [InlineData("page=2", "page", "parameter.unknown")]
    [InlineData("kind=leather", "kind", "parameter.invalid")]
    [InlineData("kind[gte]=paper_back", "kind[gte]", "parameter.unknown")]
    [InlineData("price[gte]=a", "price[gte]", "parameter.invalid")]
    [InlineData("price=1e9", "price", "parameter.invalid")]
    [InlineData("on[lt]=2026-02-30", "on[lt]", "parameter.invalid")]
    [InlineData("made_at[gt]=yesterday", "made_at[gt]", "parameter.invalid")]
    [InlineData("search=aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "search", "parameter.invalid")]
    [InlineData("limit=1&limit=2", "limit", "parameter.repeated")]
    [InlineData("fields=id,secret", "fields", "field.unknown")]
    [InlineData("fields=writer.age", "fields", "field.unknown")]
    [InlineData("fields=title.length", "fields", "field.unknown")]
    [InlineData("fields=", "fields", "field.unknown")]
    public async Task A_wrong_parameter_is_refused_by_its_name(string query, string parameter, string code)
    {
        await using var shelf = await Shelf.Open();
        var problem = await Refused(shelf, $"/v1/invoices?{query}");
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal((parameter, code), (error.GetProperty("parameter").GetString(), error.GetProperty("code").GetString()));
        Assert.Null(shelf.Asked);
    }

    [Fact]
    public async Task Filters_ranges_and_metadata_arrive_as_values()
    {
        await using var shelf = await Shelf.Open();
        await Get(shelf, "/v1/invoices?kind=paper_back&search=abc&price[gte]=10&price[lt]=20.5&on=2026-11-21&made_at[gt]=2026-11-21T00:00:00+02:00&metadata[shop]=north&metadata[a.b]=x&sort=price&limit=7");
        var asked = shelf.Asked!;
        Assert.Equal((Shelf.BookKind.PaperBack, "abc", "price", false, 7), (asked.One<Shelf.BookKind>("kind"), asked.Text("search"), asked.Sort, asked.Descending, asked.Limit));
        Assert.Equal(new(10m, null, null, 20.5m), asked.Range<decimal>("price"));
        Assert.Equal(new(new DateOnly(2026, 11, 21), null, new DateOnly(2026, 11, 21)), asked.Range<DateOnly>("on"));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.Zero), asked.Range<DateTimeOffset>("made_at")!.Above);
        Assert.Equal(["a.b=x", "shop=north"], asked.Metadata.Select(m => $"{m.Key}={m.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_the_fields_asked_for_come_and_dots_lead_inside()
    {
        await using var shelf = await Shelf.Open();
        shelf.Put("one");
        Assert.Equal("""{"title":"one","writer":{"teachers":[{"name":"Ion"},{"name":"Dan"}]}}""", (await Get(shelf, "/v1/invoices?fields=title,writer.teachers.name")).GetProperty("data")[0].GetRawText());
        Assert.Equal("""{"writer":{"name":"Ana"},"metadata":{"shop":"north"}}""", (await Get(shelf, "/v1/invoices/one?fields=writer.name,metadata.shop")).GetRawText());
        Assert.Equal(8, (await Get(shelf, "/v1/invoices/one")).EnumerateObject().Count());
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again_and_a_change_names_what_it_changes()
    {
        await using var shelf = await Shelf.Open();
        shelf.Put("one");
        using var first = await shelf.Http.GetAsync("/v1/invoices/one", Ct);
        Assert.Equal("\"1\"", first.Headers.ETag!.Tag);
        foreach (var (tag, status) in new[] { ("\"1\"", 304), ("W/\"1\"", 304), ("\"0\", \"1\"", 304), ("*", 304), ("\"2\"", 200) })
            Assert.Equal((tag, status), (tag, (int)(await Send(shelf, HttpMethod.Get, "If-None-Match", tag)).StatusCode));

        foreach (var (tag, status, code) in new[] { (null, 428, "if_match.missing"), ("\"0\"", 412, "version.stale"), ("1", 400, "if_match.invalid"), ("W/\"1\"", 400, "if_match.invalid") })
        {
            using var answer = await Send(shelf, HttpMethod.Patch, "If-Match", tag);
            Assert.Equal((status, code), ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString()));
        }

        Assert.Equal(10, shelf.Books[0].Price);
        using var changed = await Send(shelf, HttpMethod.Patch, "If-Match", "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\"", 12m), (changed.StatusCode, changed.Headers.ETag!.Tag, shelf.Books[0].Price));
        Assert.Equal(HttpStatusCode.OK, (await Send(shelf, HttpMethod.Patch, "If-Match", "*")).StatusCode);
    }

    static async Task<HttpResponseMessage> Send(Shelf shelf, HttpMethod method, string header, string? tag)
    {
        using var request = new HttpRequestMessage(method, "/v1/invoices/one");
        if (tag is not null) request.Headers.TryAddWithoutValidation(header, tag);
        if (method == HttpMethod.Patch) request.Content = new StringContent("""{"price":12}""", Encoding.UTF8, "application/json");
        return await shelf.Http.SendAsync(request, Ct);
    }

    static Task<JsonElement> Get(Shelf shelf, string path) => shelf.Http.GetFromJsonAsync<JsonElement>(path, Ct);

    static async Task<HttpStatusCode> Status(Shelf shelf, string path) => (await shelf.Http.GetAsync(path, Ct)).StatusCode;

    static async Task<JsonElement> Refused(Shelf shelf, string path)
    {
        using var answer = await shelf.Http.GetAsync(path, Ct);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
