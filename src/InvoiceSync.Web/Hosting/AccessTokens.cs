using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace InvoiceSync.Web.Hosting;

/// <summary>
/// Short-lived tokens that programs get for their key: ist_… with what it may and how long, sealed so that only we can read or
/// make one. The key's row is asked at every use all the same, so a token ends with its key at once.
/// </summary>
sealed class AccessTokens(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Prefix = "ist_";
    const int Longest = 4096;

    readonly IDataProtector seal = protection.CreateProtector("access token", "v1");

    public sealed record Token(ApiKeyId Key, string Stamp, IReadOnlyList<string> Scopes);

    public string Write(Token token, TimeSpan life)
    {
        var kept = new Kept(token.Key.ToString(), token.Stamp, token.Scopes, (time.GetUtcNow() + life).ToUnixTimeSeconds());
        return Prefix + Base64Url.EncodeToString(seal.Protect(JsonSerializer.SerializeToUtf8Bytes(kept)));
    }

    /// <summary>Null when it is not ours, was altered, or its time is over.</summary>
    public Token? Read(string text)
    {
        if (text.Length > Longest || !text.StartsWith(Prefix, StringComparison.Ordinal) || !Base64Url.IsValid(text.AsSpan(Prefix.Length))) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(seal.Unprotect(Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length))))!;
            if (kept.Until <= time.GetUtcNow().ToUnixTimeSeconds() || !Ids.TryParse<ApiKeyId>(kept.Key, out var key)) return null;
            return new(key, kept.Stamp, kept.Scopes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    sealed record Kept(string Key, string Stamp, IReadOnlyList<string> Scopes, long Until);
}
