using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Sandbox.Stripe.Webhooks;

/// <summary>The <c>Stripe-Signature</c> header: HMAC-SHA256 over <c>t.body</c>, one v1 for each active secret.</summary>
static class Signature
{
    public static string Header(long seconds, byte[] body, IEnumerable<string> secrets)
    {
        var stamp = seconds.ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(stamp + "."), .. body];
        var marks = secrets.Select(secret => "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
        return string.Join(',', marks.Prepend("t=" + stamp));
    }
}
