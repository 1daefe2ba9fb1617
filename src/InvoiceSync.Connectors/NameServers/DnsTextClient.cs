using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using InvoiceSync.Access;

namespace InvoiceSync.Connectors.NameServers;

/// <summary>Asks one server after the other, by UDP and, when the answer does not fit, by TCP. A stranger's answer is not listened to.</summary>
sealed class DnsTextClient(IReadOnlyList<IPEndPoint> servers, TimeSpan patience) : IDnsText
{
    public async Task<DnsAnswer> Texts(string name, CancellationToken ct)
    {
        var why = "This machine knows no name server.";
        foreach (var server in servers)
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limited.CancelAfter(patience);
            try
            {
                if (await Ask(server, name, limited.Token) is { } texts) return new DnsAnswer.Found(texts);
                why = "The name server could not answer.";
            }
            catch (Exception failed) when (failed is SocketException or IOException)
            {
                why = $"The name server could not be asked: {failed.Message}";
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                why = "The name server did not answer in time.";
            }
        }

        return new DnsAnswer.Unanswered(why);
    }

    static async Task<IReadOnlyList<string>?> Ask(IPEndPoint server, string name, CancellationToken ct)
    {
        var asked = DnsMessage.Ask((ushort)RandomNumberGenerator.GetInt32(65536), name);
        var (verdict, texts) = await ByUdp(server, asked, ct);
        if (verdict == DnsMessage.Verdict.Truncated) (verdict, texts) = DnsMessage.Read(await ByTcp(server, asked, ct), asked);
        return verdict == DnsMessage.Verdict.Answered ? texts : null;
    }

    static async Task<(DnsMessage.Verdict, IReadOnlyList<string>)> ByUdp(IPEndPoint server, byte[] asked, CancellationToken ct)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(server, ct); // from a random port; other senders are dropped
        await socket.SendAsync(asked, ct);
        var answer = new byte[4096];
        while (true)
        {
            var length = await socket.ReceiveAsync(answer, ct);
            var read = DnsMessage.Read(answer.AsSpan(0, length), asked);
            if (read.Verdict != DnsMessage.Verdict.Foreign) return read;
        }
    }

    static async Task<byte[]> ByTcp(IPEndPoint server, byte[] asked, CancellationToken ct)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, ct);
        await using var stream = new NetworkStream(socket);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)asked.Length);
        await stream.WriteAsync((byte[])[.. length, .. asked], ct);
        await stream.ReadExactlyAsync(length, ct);
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(answer, ct);
        return answer;
    }
}
