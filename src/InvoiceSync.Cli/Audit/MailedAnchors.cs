using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace InvoiceSync.Cli.Audit;

/// <summary>
/// Finds the blocks of checkpoints in letters as people keep them: copied text, quoted text, or the whole mail in its
/// transfer encoding, several one after the other.
/// </summary>
static partial class MailedAnchors
{
    /// <summary>The JSON inside each block.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var unfolded = Decoded(text);
        return Block().Matches(text).Concat(Block().Matches(unfolded)).Select(m => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Noise().Replace(m.Groups[1].Value, ""))));
    }

    // A part that a mail program packed in base64 has lines of nothing else behind its header.
    static string Decoded(string mail)
    {
        var parts = new StringBuilder();
        foreach (Match part in Packed().Matches(mail.ReplaceLineEndings("\n")))
        {
            var bytes = new byte[part.Groups[1].Length];
            if (Convert.TryFromBase64String(part.Groups[1].Value, bytes, out var length)) parts.Append(Encoding.UTF8.GetString(bytes, 0, length)).Append('\n');
        }

        return parts.ToString();
    }

    [GeneratedRegex("-----BEGIN INVOICESYNC AUDIT ANCHOR-----([A-Za-z0-9_\\-=\\s>]+?)-----END INVOICESYNC AUDIT ANCHOR-----")]
    private static partial Regex Block();

    // Ends of lines, marks of a quotation, and the soft breaks of quoted-printable.
    [GeneratedRegex("[\\s>=]")]
    private static partial Regex Noise();

    [GeneratedRegex("^Content-Transfer-Encoding:[ \\t]*base64[ \\t]*\\n(?:[^\\n]+\\n)*\\n((?:[A-Za-z0-9+/=]+\\n)+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Packed();
}
