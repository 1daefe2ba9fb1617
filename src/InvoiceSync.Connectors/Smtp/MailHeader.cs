namespace InvoiceSync.Connectors.Smtp;

/// <summary>Words in headers (RFC 2047) and names of files (RFC 2231).</summary>
static class MailHeader
{
    // An encoded word is at most 75 characters, 63 of them base64: 45 bytes.
    const int BytesAWord = 45;

    /// <summary>As it is when plain, else in encoded words of whole characters, one a line.</summary>
    public static string Words(string text)
    {
        if (text.Length <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '+' or '/')) return text;
        var words = new List<string>();
        var bytes = new List<byte>();
        Span<byte> letter = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(letter);
            if (bytes.Count + length > BytesAWord) Flush();
            bytes.AddRange(letter[..length]);
        }

        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            if (bytes.Count > 0) words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }

    /// <summary>A name every reader understands, and the whole one when it has letters beyond ASCII.</summary>
    public static (string Plain, string? Encoded) FileName(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '_'));
        return (plain, plain == name ? null : Uri.EscapeDataString(name));
    }
}
