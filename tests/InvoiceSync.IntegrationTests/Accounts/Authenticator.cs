using InvoiceSync.Access;
using InvoiceSync.Access.Model;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>The app on a person's phone: takes the secret as it was shown and says the code of now, or of so many half minutes away.</summary>
static class Authenticator
{
    public static byte[] Secret(BeginTwoStep.Shown shown)
    {
        var bits = string.Concat(shown.Secret.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }

    public static string Code(byte[] secret, int away) => Totp.CodeAt(secret, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + away);
}
