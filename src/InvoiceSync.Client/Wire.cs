using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InvoiceSync.Client;

/// <summary>One call and what it takes to make it: key, Idempotency-Key, waiting and sending again, and refusals as exceptions.</summary>
sealed class Wire(HttpClient http, Uri portal, string key, TimeProvider time)
{
    const int MostTries = 4;
    const int PageRows = 100;

    // A limit by the hour is no matter of waiting: whoever is told to come back in half an hour is better told.
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // An address without a slash at its end would lose its last part.
    readonly Uri root = new(portal.ToString().TrimEnd('/') + "/v1/");

    public Task<T> Get<T>(string path, Dictionary<string, string>? query, CancellationToken ct) => Read<T>(new(HttpMethod.Get, Address(path, query)), ct);

    public Task<T> Post<T>(string path, object? body, string? idempotencyKey, CancellationToken ct) =>
        Read<T>(new(HttpMethod.Post, path, body) { IdempotencyKey = idempotencyKey ?? Guid.CreateVersion7(time.GetUtcNow()).ToString("N") }, ct);

    public Task<T> Change<T>(HttpMethod method, string path, object body, string? ifMatch, CancellationToken ct) => Read<T>(new(method, path, body) { IfMatch = ifMatch }, ct);

    public async Task Delete(string path, string? ifMatch, CancellationToken ct)
    {
        using var answer = await Send(new(HttpMethod.Delete, path) { IfMatch = ifMatch }, ct);
    }

    public async Task<byte[]> Bytes(string path, CancellationToken ct)
    {
        using var answer = await Send(new(HttpMethod.Get, path), ct);
        return await answer.Content.ReadAsByteArrayAsync(ct);
    }

    /// <summary>Row by row, page after page; rows that come meanwhile neither repeat nor hide others.</summary>
    public async IAsyncEnumerable<T> Rows<T>(string path, Dictionary<string, string>? query, [EnumeratorCancellation] CancellationToken ct)
    {
        var asked = new Dictionary<string, string>(query ?? []) { ["limit"] = $"{PageRows}" };
        for (var more = true; more;)
        {
            var page = await Get<Page<T>>(path, asked, ct);
            foreach (var row in page.Data) yield return row;
            more = page.HasMore;
            if (more) asked["after"] = page.NextCursor!;
        }
    }

    async Task<T> Read<T>(Call call, CancellationToken ct)
    {
        using var answer = await Send(call, ct);
        var body = JsonSerializer.Deserialize<T>(await answer.Content.ReadAsByteArrayAsync(ct), Json)!;
        if (body is Versioned versioned) versioned.ETag = answer.Headers.ETag?.ToString();
        return body;
    }

    async Task<HttpResponseMessage> Send(Call call, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            using var request = Request(call);
            HttpResponseMessage answer;
            try
            {
                answer = await http.SendAsync(request, ct);
            }
            catch (HttpRequestException) when (tried < MostTries && call.MayRepeat)
            {
                await Task.Delay(Usual(tried), time, ct);
                continue;
            }

            if (answer.IsSuccessStatusCode) return answer;
            using (answer)
            {
                var wait = RetryAfter(answer) ?? Usual(tried);
                if (!IsPassing(answer) || tried == MostTries || wait > LongestWait) throw InvoiceSyncException.Of(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(ct));
                await Task.Delay(wait, time, ct);
            }
        }
    }

    HttpRequestMessage Request(Call call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(root, call.Path)) { Headers = { Authorization = new("Bearer", key) } };
        request.Content = call.Body switch
        {
            null => null,
            XmlFile xml => new ReadOnlyMemoryContent(xml.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } },
            var body => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        if (call.IdempotencyKey is { } repeat) request.Headers.Add("Idempotency-Key", repeat);
        if (call.IfMatch is { } version) request.Headers.TryAddWithoutValidation("If-Match", version);
        return request;
    }

    // 409 with Retry-After: the first request under this Idempotency-Key still runs.
    static bool IsPassing(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable || (answer.StatusCode == HttpStatusCode.Conflict && answer.Headers.RetryAfter is not null);

    TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    static TimeSpan Usual(int tried) => TimeSpan.FromSeconds(1 << (tried - 1));

    static string Address(string path, Dictionary<string, string>? query) => query is not { Count: > 0 }
        ? path
        : $"{path}?{string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"))}";

    sealed record Page<T>(IReadOnlyList<T> Data, bool HasMore, string? NextCursor);

    sealed record Call(HttpMethod Method, string Path, object? Body = null)
    {
        public string? IdempotencyKey { get; init; }

        public string? IfMatch { get; init; }

        // Whether it is known to do nothing twice. A PUT or DELETE whose answer was lost would find its own version stale.
        public bool MayRepeat => Method == HttpMethod.Get || IdempotencyKey is not null;
    }
}
