using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Benchmarks.Hooks;

/// <summary>
/// Whole HTTP requests with invoice.paid events of 2.5 KB, made before the clock runs: every twentieth is sent a second time,
/// every hundredth is signed with another secret.
/// </summary>
sealed class SignedEvents
{
    const int BodySize = 2560;

    SignedEvents(byte[][] requests, string[] genuine, int forged) => (Requests, Genuine, Forged) = (requests, genuine, forged);

    public byte[][] Requests { get; }

    public string[] Genuine { get; }

    public int Forged { get; }

    public static SignedEvents Make(int count, string run, string path, string secret, DateTimeOffset now)
    {
        var requests = new byte[count][];
        var genuine = new List<string>(count);
        var forged = 0;
        for (var at = 0; at < count; at++)
        {
            if (at % 20 == 19)
            {
                requests[at] = requests[at - 7]; // sent once more
                continue;
            }

            var isForged = at % 100 == 50;
            var id = $"evt_{run}_{at}";
            if (isForged) forged++;
            else genuine.Add(id);
            requests[at] = Request(Body(id, $"in_{run}_{at}", now), path, isForged ? "whsec_somebody_else" : secret, now);
        }

        return new(requests, [.. genuine], forged);
    }

    static byte[] Request(byte[] body, string path, string secret, DateTimeOffset now)
    {
        var stamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes(stamp + "."), .. body]));
        var head = $"POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: {body.Length}\r\nStripe-Signature: t={stamp},v1={signature}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    static byte[] Body(string id, string invoice, DateTimeOffset now)
    {
        var start = $$"""{"id":"{{id}}","object":"event","api_version":"2026-10-28.endive","created":{{now.ToUnixTimeSeconds()}},"livemode":false,"type":"invoice.paid","data":{"object":{"id":"{{invoice}}","object":"invoice","status":"paid","currency":"ron","total":12100,"description":"ă """;
        const string End = "\"}},\"pending_webhooks\":1,\"request\":{\"id\":null,\"idempotency_key\":null}}";
        var filled = Encoding.UTF8.GetByteCount(start) + End.Length;
        return Encoding.UTF8.GetBytes(start + new string('x', Math.Max(0, BodySize - filled)) + End);
    }
}
