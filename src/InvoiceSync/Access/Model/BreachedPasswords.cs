using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace InvoiceSync.Access.Model;

/// <summary>
/// Looks a password up in a sorted file of SHA-1 hashes by halving: some thirty reads in a file of forty gigabytes, none of it
/// in memory. SHA-1 because the public lists are made so; it protects nothing here.
/// </summary>
sealed class BreachedPasswords(AccessOptions options) : IDisposable
{
    const int Hex = 40;
    const int LongestLine = 64;

    readonly Lazy<SafeFileHandle?> file = new(() => options.BreachedPasswords is { Length: > 0 } path ? File.OpenHandle(path, options: FileOptions.RandomAccess) : null);

    public bool Contains(string password)
    {
        if (file.Value is not { } list) return false;
#pragma warning disable CA5350 // what the lists are keyed by
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        long low = 0, high = RandomAccess.GetLength(list);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var (start, line, next) = LineAt(list, middle, low);
            if (line.Length < Hex) return false;
            var order = string.CompareOrdinal(line[..Hex].ToUpperInvariant(), wanted);
            if (order == 0) return true;
            if (order < 0) low = next;
            else high = start;
        }

        return false;
    }

    public void Dispose()
    {
        if (file.IsValueCreated) file.Value?.Dispose();
    }

    // The line that covers this position: back to the break before it, on to the break after.
    static (long Start, string Line, long Next) LineAt(SafeFileHandle list, long at, long low)
    {
        var from = Math.Max(low, at - LongestLine);
        Span<byte> bytes = stackalloc byte[LongestLine * 3];
        var text = bytes[..RandomAccess.Read(list, bytes, from)];
        var offset = (int)(at - from);
        var begin = text[..offset].LastIndexOf((byte)'\n') + 1;
        var length = text[begin..].IndexOf((byte)'\n');
        var line = length < 0 ? text[begin..] : text.Slice(begin, length);
        return (from + begin, Encoding.ASCII.GetString(line).TrimEnd('\r'), from + begin + line.Length + 1);
    }
}
