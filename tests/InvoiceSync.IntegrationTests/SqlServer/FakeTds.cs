using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>Speaks just enough TDS 7.4 for the driver to sign in, send transactions and commands, and be told "done". It notes what came.</summary>
sealed class FakeTds : IAsyncDisposable
{
    const byte Transaction = 0x0E, SignIn = 0x10, PreLogin = 0x12;

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly Task accepting;

    public FakeTds()
    {
        listener.Start();
        accepting = Accept();
    }

    /// <summary>What the driver asked, in order: begin, commit, or the text of a command.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The number a command is answered with; none gives no rows.</summary>
    public Func<string, int?> Scalar { get; set; } = _ => null;

    public string ConnectionString =>
        $"Server=127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port};Database=x;User Id=sa;Password=x;Encrypt=false;Connect Timeout=10;Pooling=false";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException) { }
    }

    async Task Serve(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            while (true)
            {
                var (type, body) = await TdsPacket.Read(stream, stop.Token);
                await TdsPacket.Write(stream, Answer(type, body), stop.Token);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException) { }
    }

    byte[] Answer(byte type, byte[] body)
    {
        var answer = new TdsAnswer();
        switch (type)
        {
            case PreLogin: return TdsAnswer.PreLogin;
            case SignIn: return answer.SignedIn();
            case Transaction: return Managed(answer, body);
            default:
                // UTF-16 at any offset between binary: without its zero bytes ASCII is readable, which is all the tests look at.
                var text = Encoding.Latin1.GetString(body).Replace("\0", "", StringComparison.Ordinal);
                Asked.Enqueue(text);
                return Scalar(text) is { } number ? answer.Number(number) : answer.Done();
        }
    }

    // After the headers (their length comes first) stands the request: 5 begin, 7 commit, 8 roll back, 9 savepoint.
    byte[] Managed(TdsAnswer answer, byte[] body)
    {
        var request = BitConverter.ToInt16(body, BitConverter.ToInt32(body));
        Asked.Enqueue(request switch { 5 => "begin", 7 => "commit", 8 => "roll back", _ => $"transaction {request}" });
        return request == 5 ? answer.Begun() : answer.Ended(committed: request == 7);
    }
}
