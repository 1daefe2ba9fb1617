using System.Text;

namespace InvoiceSync.Sandbox.Mail;

/// <summary>A mail taken apart for a reader: its subject, its words, and what files it has.</summary>
sealed record MailParts(string Subject, string From, string? Text, string? Html, IReadOnlyList<MailParts.File> Files)
{
    const int MostDepth = 4;

    public sealed record File(string Name, string Type, int Size);

    public static MailParts Of(byte[] message)
    {
        var (head, body) = Split(Encoding.UTF8.GetString(message));
        var found = new Found();
        Walk(head, body, found, 0);
        return new(MailWords.Header(head.GetValueOrDefault("subject") ?? ""), MailWords.Header(head.GetValueOrDefault("from") ?? ""), found.Text, found.Html, found.Files);
    }

    static void Walk(Dictionary<string, string> head, string body, Found found, int depth)
    {
        var type = head.GetValueOrDefault("content-type") ?? "text/plain";
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && Parameter(type, "boundary") is { } boundary && depth < MostDepth)
        {
            foreach (var part in body.Split($"--{boundary}").Skip(1).TakeWhile(p => !p.StartsWith("--", StringComparison.Ordinal)))
            {
                var (inner, rest) = Split(part.TrimStart('\r', '\n'));
                Walk(inner, rest, found, depth + 1);
            }

            return;
        }

        var bytes = MailWords.Body(body, head.GetValueOrDefault("content-transfer-encoding"));
        var disposition = head.GetValueOrDefault("content-disposition") ?? "";
        if (disposition.StartsWith("attachment", StringComparison.OrdinalIgnoreCase)) found.Files.Add(new(Parameter(disposition, "filename") ?? "file", type.Split(';')[0], bytes.Length));
        else if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)) found.Html ??= Encoding.UTF8.GetString(bytes);
        else if (type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)) found.Text ??= Encoding.UTF8.GetString(bytes);
    }

    static (Dictionary<string, string> Head, string Body) Split(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = new Dictionary<string, string>();
        foreach (var line in (end < 0 ? part : part[..end]).Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n"))
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) head[line[..colon].ToLowerInvariant()] = line[(colon + 1)..].Trim();
        return (head, end < 0 ? "" : part[(end + 4)..]);
    }

    static string? Parameter(string value, string name) => value.Split(';').Skip(1).Select(p => p.Trim())
        .FirstOrDefault(p => p.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim('"');

    sealed class Found
    {
        public string? Text { get; set; }

        public string? Html { get; set; }

        public List<File> Files { get; } = [];
    }
}
