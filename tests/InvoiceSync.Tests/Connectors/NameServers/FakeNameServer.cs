using System.Net;
using System.Net.Sockets;

namespace InvoiceSync.Tests.Connectors.NameServers;

/// <summary>A name server on loopback that answers each question as a test wants, by UDP and by TCP.</summary>
sealed class FakeNameServer : IAsyncDisposable
{
    readonly Socket udp;
    readonly TcpListener tcp;
    readonly CancellationTokenSource stop = new();
    readonly Task[] serving;

    public FakeNameServer(Func<byte[], IEnumerable<byte[]>> byUdp, Func<byte[], byte[]>? byTcp = null)
    {
        (udp, tcp) = OnOnePort();
        Address = (IPEndPoint)tcp.LocalEndpoint;
        serving = [ServeUdp(byUdp), byTcp is null ? Task.CompletedTask : ServeTcp(byTcp)];
    }

    public IPEndPoint Address { get; }

    /// <summary>A port that is free for TCP may be taken for UDP by another program: then the next one.</summary>
    static (Socket Udp, TcpListener Tcp) OnOnePort()
    {
        while (true)
        {
            var tcp = new TcpListener(IPAddress.Loopback, 0);
            tcp.Start();
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                udp.Bind(tcp.LocalEndpoint);
                return (udp, tcp);
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    /// <summary>An answer to the question with these texts, each in pieces of at most 255 bytes.</summary>
    public static byte[] Answer(byte[] asked, int flags, params string[] texts)
    {
        var question = asked[12..^11];
        List<byte> answer = [asked[0], asked[1], (byte)(0x80 | flags >> 8), (byte)flags, 0, 1, 0, (byte)texts.Length, 0, 0, 0, 0, .. question];
        foreach (var text in texts)
        {
            byte[] data = [.. text.Chunk(255).SelectMany(piece => (byte[])[(byte)piece.Length, .. piece.Select(c => (byte)c)])];
            answer.AddRange([0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length, .. data]);
        }

        return [.. answer];
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        udp.Dispose();
        tcp.Stop();
        await Task.WhenAll(serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    async Task ServeUdp(Func<byte[], IEnumerable<byte[]>> answer)
    {
        var asked = new byte[512];
        while (true)
        {
            var got = await udp.ReceiveFromAsync(asked, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), stop.Token);
            foreach (var one in answer(asked[..got.ReceivedBytes])) await udp.SendToAsync(one, got.RemoteEndPoint, stop.Token);
        }
    }

    async Task ServeTcp(Func<byte[], byte[]> answer)
    {
        while (true)
        {
            using var client = await tcp.AcceptTcpClientAsync(stop.Token);
            await using var stream = client.GetStream();
            var length = new byte[2];
            await stream.ReadExactlyAsync(length, stop.Token);
            var asked = new byte[(length[0] << 8) + length[1]];
            await stream.ReadExactlyAsync(asked, stop.Token);
            var one = answer(asked);
            await stream.WriteAsync((byte[])[(byte)(one.Length >> 8), (byte)one.Length, .. one], stop.Token);
        }
    }
}
