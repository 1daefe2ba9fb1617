using System.Globalization;
using System.Security.Cryptography;

namespace InvoiceSync.Tenancy;

/// <summary>The text of a key file: a line "id:base64" for each master key, the present one first. The oldest files hold one key without a name.</summary>
public static class MasterKeyRing
{
    /// <summary>What the key without a name is called.</summary>
    public const string Unnamed = "file";

    public static MasterKey Read(string text)
    {
        var keys = Lines(text).Select(Named).ToList();
        if (keys.Count == 0) throw new FormatException("The key file is empty.");
        return new(keys[0].Id, keys[0].Key, keys.Skip(1).ToDictionary(k => k.Id, k => k.Key));
    }

    /// <summary>The text with a new present key before the others.</summary>
    public static string Renewed(string text, DateTimeOffset now)
    {
        _ = Read(text);
        var others = Lines(text).Select(line => line.Contains(':', StringComparison.Ordinal) ? line : $"{Unnamed}:{line}");
        return string.Join('\n', others.Prepend($"{NewId(now)}:{NewKey()}")) + "\n";
    }

    /// <summary>The text with the present key alone, once nothing is sealed by the others any more.</summary>
    public static string Pruned(string text)
    {
        _ = Read(text);
        return Lines(text)[0] + "\n";
    }

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static string NewId(DateTimeOffset now) => "k" + now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static (string Id, byte[] Key) Named(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var key = Convert.FromBase64String(line[(colon + 1)..]);
        return key.Length == 32 ? (colon < 0 ? Unnamed : line[..colon], key) : throw new FormatException("A key has 32 bytes.");
    }
}
