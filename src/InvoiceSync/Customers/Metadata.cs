using System.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>Facts of other systems kept beside ours: at most fifty, keys of forty characters, values of five hundred, as Stripe has it.</summary>
static class Metadata
{
    const int Most = 50;
    const int LongestKey = 40;
    const int LongestValue = 500;

    /// <summary>An empty value takes its key away.</summary>
    public static IReadOnlyDictionary<string, string> Tidied(IReadOnlyDictionary<string, string>? typed) =>
        (typed ?? new Dictionary<string, string>()).Where(m => !string.IsNullOrEmpty(m.Value)).ToDictionary(m => m.Key, m => m.Value);

    public static Error? Fault(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Count <= Most && metadata.All(m => IsKey(m.Key) && m.Value.Length <= LongestValue && IsStorable(m.Value)) ? null : CustomerErrors.MetadataTooLarge;

    static bool IsKey(string key) => key.Length is > 0 and <= LongestKey && IsStorable(key) && !key.Any(c => char.IsControl(c) || c is '[' or ']');

    // Neither database keeps half a character or a NUL.
    static bool IsStorable(string text) => !text.EnumerateRunes().Any(r => r.Value == 0 || r == Rune.ReplacementChar);
}
