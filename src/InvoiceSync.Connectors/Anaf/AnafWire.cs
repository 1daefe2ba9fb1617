using Microsoft.Extensions.Logging;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>Sends one request, once, and never throws for what the network does. It logs paths, not queries, headers or bodies.</summary>
sealed class AnafWire(IHttpClientFactory clients, TimeProvider time, ILogger<AnafWire> log)
{
    public const string Uploads = "anaf-uploads";
    public const string Questions = "anaf-questions";

    public async Task<AnafReply> Send(string client, HttpRequestMessage request, TimeSpan patience, int mostBytes, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        var reply = await Try(client, request, patience, mostBytes, ct);
        log.Log(
            reply is AnafReply.Answered ? LogLevel.Debug : LogLevel.Warning,
            "ANAF {Path}: {Reply} ({Elapsed:0} ms)",
            request.RequestUri!.AbsolutePath,
            reply,
            time.GetElapsedTime(began).TotalMilliseconds);
        return reply;
    }

    async Task<AnafReply> Try(string client, HttpRequestMessage request, TimeSpan patience, int mostBytes, CancellationToken ct)
    {
        if (request.RequestUri!.Scheme != Uri.UriSchemeHttps && !request.RequestUri.IsLoopback)
            return new AnafReply.NotSent("tokens travel over https only");

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            using var http = clients.CreateClient(client);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await Read(response, mostBytes, limit.Token);
        }
        catch (HttpRequestException failed)
        {
            return Failed(request, $"{failed.HttpRequestError}: {failed.Message}");
        }
        catch (IOException broken)
        {
            return Failed(request, broken.Message);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Failed(request, $"no answer within {patience.TotalSeconds:0.#} s");
        }
    }

    static AnafReply Failed(HttpRequestMessage request, string why) =>
        request.Content is WatchedContent { Started: false } ? new AnafReply.NotSent(why) : new AnafReply.Lost(why);

    async Task<AnafReply> Read(HttpResponseMessage response, int mostBytes, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var body = await CappedBytes.Read(stream, mostBytes, ct);
        if (body is null) return new AnafReply.Lost($"an answer of more than {mostBytes} bytes");

        var retry = response.Headers.RetryAfter;
        return new AnafReply.Answered(
            response.StatusCode,
            body,
            retry?.Delta ?? (retry?.Date is { } at ? at - time.GetUtcNow() : null),
            response.Headers.Location);
    }
}
