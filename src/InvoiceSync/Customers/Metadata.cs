using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>Facts of other systems kept beside ours: at most fifty, keys of forty characters, values of five hundred, as Stripe has it.</summary>
static class Metadata
{
    const int Most = 50;
    const int LongestKey = 40;
    const int LongestValue = 500;
    const int MarkBytes = 8;

    /// <summary>Room for the marks of all there may be.</summary>
    public const int LongestMarks = Most * (2 * MarkBytes + 1);

    /// <summary>An empty value takes its key away.</summary>
    public static IReadOnlyDictionary<string, string> Tidied(IReadOnlyDictionary<string, string>? typed) =>
        (typed ?? new Dictionary<string, string>()).Where(m => !string.IsNullOrEmpty(m.Value)).ToDictionary(m => m.Key, m => m.Value);

    public static Error? Fault(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Count <= Most && metadata.All(m => IsKey(m.Key) && m.Value.Length <= LongestValue && IsStorable(m.Value)) ? null : CustomerErrors.MetadataTooLarge;

    /// <summary>A mark for each pair, kept beside them to find them by: either database compares it exactly, and nothing in it has to be escaped.</summary>
    public static string MarksOf(IReadOnlyDictionary<string, string> metadata) => string.Join(' ', metadata.Take(Most).Select(m => MarkOf(m.Key, m.Value)));

    // No key holds a line feed, so key and value cannot be parted in two ways.
    public static string MarkOf(string key, string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{value}")).AsSpan(0, MarkBytes));

    static bool IsKey(string key) => key.Length is > 0 and <= LongestKey && IsStorable(key) && !key.Any(c => char.IsControl(c) || c is '[' or ']');

    // Neither database keeps half a character or a NUL.
    static bool IsStorable(string text) => !text.EnumerateRunes().Any(r => r.Value == 0 || r == Rune.ReplacementChar);
}
