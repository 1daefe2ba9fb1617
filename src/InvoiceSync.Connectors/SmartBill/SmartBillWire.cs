using Microsoft.Extensions.Logging;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>Sends one request, once, and never throws for what the network does. It logs paths, not queries, headers or bodies.</summary>
sealed class SmartBillWire(IHttpClientFactory clients, TimeProvider time, ILogger<SmartBillWire> log)
{
    public const string Makes = "smartbill-makes";
    public const string Asks = "smartbill-asks";
    public const int MostAnswer = 8 * 1024 * 1024; // a PDF; everything else is a few KB

    public async Task<SmartBillReply> Send(string client, HttpRequestMessage request, TimeSpan patience, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        var reply = await Try(client, request, patience, ct);
        log.Log(
            reply is SmartBillReply.Answered ? LogLevel.Debug : LogLevel.Warning,
            "SmartBill {Method} {Path}: {Reply} ({Elapsed:0} ms)",
            request.Method,
            request.RequestUri!.AbsolutePath,
            reply,
            time.GetElapsedTime(began).TotalMilliseconds);
        return reply;
    }

    async Task<SmartBillReply> Try(string client, HttpRequestMessage request, TimeSpan patience, CancellationToken ct)
    {
        if (request.RequestUri!.Scheme != Uri.UriSchemeHttps && !request.RequestUri.IsLoopback)
            return new SmartBillReply.NotSent("tokens travel over https only");

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            using var http = clients.CreateClient(client);
            // Read whole: the client's own cap makes of a longer answer a lost one.
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, limit.Token);
            var retry = response.Headers.RetryAfter;
            return new SmartBillReply.Answered(
                response.StatusCode, await response.Content.ReadAsByteArrayAsync(limit.Token), retry?.Delta ?? (retry?.Date is { } at ? at - time.GetUtcNow() : null));
        }
        catch (HttpRequestException failed) when (failed.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new SmartBillReply.NotSent($"{failed.HttpRequestError}: {failed.Message}");
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

    static SmartBillReply Failed(HttpRequestMessage request, string why) =>
        request.Content is WatchedJson { Started: false } ? new SmartBillReply.NotSent(why) : new SmartBillReply.Lost(why);
}
