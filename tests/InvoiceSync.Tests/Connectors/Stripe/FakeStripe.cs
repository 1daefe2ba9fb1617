using System.Net;
using System.Text;

namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>What was asked, decoded: the form of a wire test is pairs in order, not bytes.</summary>
sealed record Asked(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Pairs, IReadOnlyDictionary<string, string> Headers)
{
    public string? this[string name] => Pairs.FirstOrDefault(p => p.Key == name).Value;

    public static IReadOnlyList<KeyValuePair<string, string>> Decode(string form) =>
        [.. form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(p => KeyValuePair.Create(WebUtility.UrlDecode(p[0]), WebUtility.UrlDecode(p[1])))];
}

/// <summary>Answers in place of Stripe: a queue for a wire story, or by address for a sale's story. Unknown addresses are resource_missing.</summary>
sealed class FakeStripe : HttpMessageHandler
{
    const string Missing = """{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such thing"}}""";

    readonly Queue<Func<HttpResponseMessage>> next = new();
    readonly Dictionary<string, Func<Asked, HttpResponseMessage>> byPath = [];
    readonly Lock gate = new();

    public List<Asked> Requests { get; } = [];

    public FakeStripe Then(int status, string body, params (string Name, string Value)[] headers)
    {
        next.Enqueue(() => Reply(status, body, headers));
        return this;
    }

    public FakeStripe ThenLose()
    {
        next.Enqueue(() => throw new HttpRequestException(HttpRequestError.ConnectionError, "reset"));
        return this;
    }

    public FakeStripe At(string path, string body, int status = 200) => At(path, _ => Reply(status, body));

    public FakeStripe At(string path, Func<Asked, HttpResponseMessage> answer)
    {
        byPath[path] = answer;
        return this;
    }

    public static HttpResponseMessage Reply(int status, string body, params (string Name, string Value)[] headers)
    {
        var reply = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        reply.Headers.Add("Request-Id", "req_1");
        foreach (var (name, value) in headers) reply.Headers.TryAddWithoutValidation(name, value);
        return reply;
    }

    public static HttpResponseMessage List(bool more, params string[] items) =>
        Reply(200, $$"""{"object":"list","url":"/","has_more":{{(more ? "true" : "false")}},"data":[{{string.Join(',', items)}}]}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var query = request.RequestUri!.Query.TrimStart('?');
        var form = request.Content is null ? query : await request.Content.ReadAsStringAsync(ct);
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
        var asked = new Asked(request.Method.Method, request.RequestUri.AbsolutePath, Asked.Decode(form), headers);
        lock (gate) Requests.Add(asked);

        if (byPath.TryGetValue(asked.Path, out var answer)) return answer(asked);
        if (next.TryDequeue(out var reply)) return reply();
        return Reply(404, Missing);
    }
}
