using System.Net;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Connectors;

/// <summary>
/// Calls addresses that a company chose: public ones only, over https, no redirects followed, five seconds, 256 KB. With
/// loopback this machine may be called too, in clear: for tests and practice, never on an installation that people reach.
/// </summary>
public sealed class GuardedLine : IDisposable
{
    const int Most = 256 * 1024;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly HttpClient http;
    readonly bool loopback;
    readonly TimeSpan patience;

    public GuardedLine(bool loopback)
        : this(GuardedConnect.Handler(loopback), loopback, Patience)
    {
    }

    internal GuardedLine(HttpMessageHandler handler, bool loopback, TimeSpan patience) =>
        (http, this.loopback, this.patience) = (new(handler) { Timeout = Timeout.InfiniteTimeSpan }, loopback, patience);

    public bool MayCall(Uri address) => PublicAddress.MayCall(address) || loopback && IsOnThisMachine(address);

    public async Task<GuardedReply> Send(HttpRequestMessage request, CancellationToken ct)
    {
        if (request.RequestUri is not { } address || !MayCall(address)) return new GuardedReply.Failed("address_refused");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await Read(response, limit.Token) is { } body
                ? new GuardedReply.Answered(response.StatusCode, response.Content.Headers.ContentType?.MediaType, body) { RetryAfter = Peace(response) }
                : new GuardedReply.Failed("too_long");
        }
        catch (HttpRequestException failed)
        {
            return new GuardedReply.Failed(failed.InnerException is AddressRefusedException ? "address_refused" : "unreachable");
        }
        catch (IOException)
        {
            return new GuardedReply.Failed("unreachable");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new GuardedReply.Failed("too_slow");
        }
    }

    /// <summary>A plain connection, for what does not speak HTTP; to the ports that belong to it alone.</summary>
    internal async Task<Stream> Connect(string host, int port, Func<int, bool> isPort, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        return await GuardedConnect.Open(new DnsEndPoint(host, port), loopback, isPort, limit.Token);
    }

    internal bool MayConnect(string host, int port, Func<int, bool> isPort) =>
        isPort(port) && PublicAddress.MayName(host) || loopback && (host == "localhost" || IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    public void Dispose() => http.Dispose();

    static bool IsOnThisMachine(Uri address) =>
        address.IsAbsoluteUri && address.IsLoopback && address.UserInfo.Length == 0 && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    // A date is read against the clock of who wrote it.
    static TimeSpan? Peace(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - response.Headers.Date : null;

    static async Task<byte[]?> Read(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.Content.Headers.ContentLength > Most) return null;
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > Most) return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
