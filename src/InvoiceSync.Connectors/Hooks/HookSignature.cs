using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Connectors.Hooks;

/// <summary>Signs as Standard Webhooks 1.0 has it: HMAC-SHA256 over id, seconds and body with dots between them, under the bytes the secret stands for.</summary>
static class HookSignature
{
    public static string Of(HookMessage message, string secret)
    {
        var key = Convert.FromBase64String(secret.StartsWith(HookSecret.Prefix, StringComparison.Ordinal) ? secret[HookSecret.Prefix.Length..] : secret);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{message.Id}.{Seconds(message)}.{message.Body}")));
    }

    public static string Seconds(HookMessage message) => message.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
