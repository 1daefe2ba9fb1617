using System.Buffers.Text;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>base64url with exactly one spelling for each value: no padding, no white space, no stray bits at the end.</summary>
static class StrictBase64Url
{
    public static byte[]? Decode(string text)
    {
        // The framework's reader also takes padding and white space, so the alphabet is checked before and the spelling after.
        if (text.Length % 4 == 1 || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            return Base64Url.EncodeToString(bytes) == text ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
