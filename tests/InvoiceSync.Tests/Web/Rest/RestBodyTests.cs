using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace InvoiceSync.Tests.Web.Rest;

public sealed class RestBodyTests
{
    const string Right = """{"title":"A","price":1.5,"pages":[{"text":"x"}]}""";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"title":"A","price":1,"pages":[],"isAdmin":true}""", "/isAdmin field.unknown")]
    [InlineData("""{"Title":"A","title":"A","price":1,"pages":[]}""", "/Title field.unknown")]
    [InlineData("""{"title":"A","pages":[]}""", "/price field.missing")]
    [InlineData("""{"title":null,"price":1,"pages":[]}""", "/title field.type_wrong")]
    [InlineData("""{"title":"A","price":"1","pages":[]}""", "/price field.type_wrong")]
    [InlineData("""{"title":"A","price":1e400,"pages":[]}""", "/price field.type_wrong")]
    [InlineData("""{"title":"A","price":1,"pages":{}}""", "/pages field.type_wrong")]
    [InlineData("""{"title":"A","price":1,"pages":[{"text":"x","number":1.5}]}""", "/pages/0/number field.type_wrong")]
    [InlineData("""{"title":"A","price":1,"pages":[{"text":"x"},null,{"txt":"x"}]}""", "/pages/1 field.type_wrong, /pages/2/txt field.unknown, /pages/2/text field.missing")]
    [InlineData("""{"title":"A","price":1,"pages":[],"on":"2026-02-30"}""", "/on field.type_wrong")]
    [InlineData("""{"title":"A","price":1,"pages":[],"kind":"leather"}""", "/kind field.type_wrong")]
    [InlineData("""{"title":"A","price":1,"pages":[],"kind":1}""", "/kind field.type_wrong")]
    [InlineData("""{"title":"A","price":1,"pages":[],"owner":"inv_00000000000000000000000000"}""", "/owner field.type_wrong")]
    [InlineData("""{"title":"A","price":1,"pages":[],"currency":"lei"}""", "/currency field.type_wrong")]
    [InlineData("""{"title":"A","price":1,"pages":[],"metadata":{"a/b":1}}""", "/metadata/a~1b field.type_wrong")]
    [InlineData("""{"title":"A\u0000","price":1,"pages":[]}""", "/title field.text_broken")]
    [InlineData("""{"title":"\ud800","price":1,"pages":[]}""", "/title field.text_broken")]
    [InlineData("[]", " field.type_wrong")]
    [InlineData("null", " field.type_wrong")]
    public async Task Everything_wrong_is_told_by_its_pointer(string body, string expected)
    {
        var (status, problem) = await Post(body);
        Assert.Equal((HttpStatusCode.BadRequest, "body.invalid"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal(expected, string.Join(", ", problem.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("pointer").GetString()} {e.GetProperty("code").GetString()}")));
        Assert.All(problem.GetProperty("errors").EnumerateArray(), e => Assert.NotEmpty(e.GetProperty("detail").GetString()!));
    }

    [Theory]
    [InlineData("""{"title":"A","title":"B","price":1,"pages":[]}""")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{"title":NaN}""")]
    [InlineData("""{"title":"A",}""")]
    public async Task What_is_no_JSON_or_two_readings_of_it_is_refused(string body) =>
        Assert.Equal("body.not_json", (await Post(body)).Problem.GetProperty("code").GetString());

    [Fact]
    public async Task Depth_size_encoding_and_type_have_their_bounds()
    {
        Assert.Equal("body.not_json", (await Post(string.Concat(Enumerable.Repeat("[", 10_000)))).Problem.GetProperty("code").GetString());
        Assert.Equal("body.not_json", (await Post(Right, "text/plain")).Problem.GetProperty("code").GetString());
        Assert.Equal("body.not_json", (await Post(Right, "application/json", "utf-16")).Problem.GetProperty("code").GetString());
        var many = $$"""{"title":"A","price":1,"pages":[{{string.Join(',', Enumerable.Repeat("1", 500))}}]}""";
        Assert.Equal(50, (await Post(many)).Problem.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_right_body_comes_through_with_its_defaults_and_ids()
    {
        var (status, made) = await Post(Right);
        Assert.Equal((HttpStatusCode.Created, "hard_cover", "RON"), (status, made.GetProperty("kind").GetString(), made.GetProperty("currency").GetString()));
        var owner = InvoiceSync.Kernel.TenantId.From(Guid.CreateVersion7()).ToString();
        Assert.Equal(owner, (await Post($$"""{"title":"Ștefan","price":1,"pages":[],"owner":"{{owner}}"}""")).Problem.GetProperty("owner").GetString());
    }

    static async Task<(HttpStatusCode Status, JsonElement Problem)> Post(string body, string type = "application/json", string charset = "utf-8")
    {
        await using var shelf = await Shelf.Open();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue(type) { CharSet = charset };
        using var answer = await shelf.Http.PostAsync("/v1/invoices", content, Ct);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }
}
