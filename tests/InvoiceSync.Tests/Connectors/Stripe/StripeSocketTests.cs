using System.Net;
using System.Net.Sockets;
using System.Text;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>The connector's real HTTP client on a real socket: what a fake handler cannot show.</summary>
public sealed class StripeSocketTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_request_line_keeps_the_prefix_and_the_brackets()
    {
        var (answer, lines) = await Ask(Http("200 OK", """{"object":"list","has_more":false,"data":[]}"""));

        Assert.IsType<SourceAnswer<SourcePage>.Found>(answer);
        Assert.StartsWith("GET /stripe/v1/invoices?limit=100&created[gte]=0&created[lt]=100 HTTP/1.1", lines[0], StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer sk_test_golden", lines);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_so_the_key_stays_here()
    {
        var (answer, lines) = await Ask(Http("307 Temporary Redirect", "", "Location: http://127.0.0.1:9/elsewhere"));
        Assert.IsType<SourceAnswer<SourcePage>.Broken>(answer);
        Assert.Single(lines, line => line.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off_and_not_asked_again()
    {
        var (answer, lines) = await Ask("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{"u8.ToArray());
        Assert.IsType<SourceAnswer<SourcePage>.Unavailable>(answer);
        Assert.Single(lines, line => line.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_cut_before_the_answer_is_tried_three_times()
    {
        var (answer, lines) = await Ask([]);
        Assert.IsType<SourceAnswer<SourcePage>.Unavailable>(answer);
        Assert.True(lines.Count(line => line.StartsWith("GET ", StringComparison.Ordinal)) >= 3);
    }

    static byte[] Http(string status, string body, params string[] headers) => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n{body}");

    static async Task<(SourceAnswer<SourcePage> Answer, List<string> Lines)> Ask(byte[] reply)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var lines = new List<string>();
        var serving = Serve(listener, reply, lines, over.Token);

        using var stripe = new StripeUnderTest();
        var account = StripeUnderTest.Account with { BaseAddress = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/stripe") };
        var answer = await stripe.Sales.List(account, SaleKind.Invoice, DateTimeOffset.UnixEpoch, DateTimeOffset.FromUnixTimeSeconds(100), null, Ct);
        await over.CancelAsync();
        await serving;
        return (answer, lines);
    }

    static async Task Serve(TcpListener listener, byte[] reply, List<string> lines, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                using var peer = await listener.AcceptTcpClientAsync(ct);
                using var reader = new StreamReader(peer.GetStream(), Encoding.ASCII, leaveOpen: true);
                while (await reader.ReadLineAsync(ct) is { Length: > 0 } line) lines.Add(line);
                await peer.GetStream().WriteAsync(reply, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // the test is over
        }
    }
}
