using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using InvoiceSync.Benchmarks.Harness;

namespace InvoiceSync.Benchmarks.Hooks;

/// <summary>Sends ready-made requests over kept-open connections, one at a time on each, allocating next to nothing.</summary>
sealed class LoadGenerator(IPEndPoint address)
{
    int accepted, refused;

    public int Accepted => accepted;

    public int Refused => refused;

    public async Task Send(byte[][] requests, int connections, double[] latencies)
    {
        (accepted, refused) = (0, 0);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(One)));

        async Task One()
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address);
            var buffer = new byte[16384];
            for (int at; (at = Interlocked.Increment(ref next)) < requests.Length;)
            {
                var begun = Stopwatch.GetTimestamp();
                for (var sent = 0; sent < requests[at].Length;) sent += await socket.SendAsync(requests[at].AsMemory(sent));
                Count(await Status(socket, buffer));
                latencies[at] = Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
            }
        }
    }

    static async ValueTask<int> Status(Socket socket, byte[] buffer)
    {
        for (var length = 0; ;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            WrongResultException.Unless(read > 0, "The portal closed a connection.");
            length += read;
            if (IsWhole(buffer.AsSpan(0, length))) return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + buffer[11] - '0';
        }
    }

    static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var length = answer[..end].IndexOf("Content-Length: "u8);
        if (length < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8); // chunked
        return Utf8Parser.TryParse(answer[(length + 16)..], out int body, out _) && answer.Length - end - 4 >= body;
    }

    void Count(int status)
    {
        if (status == 200) Interlocked.Increment(ref accepted);
        else if (status == 400) Interlocked.Increment(ref refused);
        else throw new WrongResultException($"The portal answered {status}.");
    }
}
