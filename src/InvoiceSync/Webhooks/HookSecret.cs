using System.Security.Cryptography;

namespace InvoiceSync.Webhooks;

/// <summary>The secret a receiver of our messages checks their signature with, as Standard Webhooks writes it: whsec_ and base64.</summary>
public static class HookSecret
{
    public const string Prefix = "whsec_";
    const int Bytes = 32;

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
}
