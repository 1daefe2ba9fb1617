using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Connectors.Smtp;

/// <summary>
/// What a mail that came back says (RFC 3464): which of our mails it is about, whether it failed for good, and why. Read line by
/// line as it arrives; whatever is odd in it is passed over, since anybody may have written it.
/// </summary>
public sealed record DeliveryReport(MailId Mail, bool IsFailure, string Reason)
{
    const int MostDepth = 5;
    const int LongestReason = 400;
    const int LongestField = 2000;
    const int MostFields = 200;

    /// <summary>Null when this is no report about one of our mails.</summary>
    public static async Task<DeliveryReport?> Read(Stream message, CancellationToken ct)
    {
        var reading = new Reading();
        var lines = new ReportLines(message);
        while (await lines.Next(ct) is { } line) reading.Take(line);
        return reading.Report;
    }

    sealed class Reading
    {
        readonly Stack<string> boundaries = new();
        readonly Dictionary<string, string> header = new(StringComparer.OrdinalIgnoreCase);
        string? last;
        bool isHead = true, isText;
        string type = "";
        MailId? mail;
        string? action, status, said;

        public DeliveryReport? Report => mail is { } id && action is { } what
            ? new(id, what == "failed", Fit(string.Join(" ", new[] { status, said }.OfType<string>())))
            : null;

        public void Take(string line)
        {
            if (line.StartsWith("--", StringComparison.Ordinal) && Boundary(line)) return;
            if (isHead) Head(line);
            else if (type == "message/delivery-status") Status(line);
            else if (type is "text/rfc822-headers" or "message/rfc822" or "message/global" or "message/global-headers") Original(line);
        }

        // One that closes ends its parts; what follows belongs to the one around it.
        bool Boundary(string line)
        {
            foreach (var boundary in boundaries)
            {
                if (line != $"--{boundary}" && line != $"--{boundary}--") continue;
                while (boundaries.Peek() != boundary) boundaries.Pop();
                if (line.Length > boundary.Length + 2) boundaries.Pop();
                if (type == "message/delivery-status") Group();
                (isHead, isText, type, last) = (true, false, "", null);
                header.Clear();
                return true;
            }

            return false;
        }

        void Head(string line)
        {
            if (line.Length > 0)
            {
                Field(line);
                return;
            }

            isHead = false;
            var content = header.GetValueOrDefault("Content-Type") ?? "text/plain";
            type = content.Split(';')[0].Trim().ToLowerInvariant();
            if (type.StartsWith("multipart/", StringComparison.Ordinal) && BoundaryOf(content) is { } boundary && boundaries.Count < MostDepth) boundaries.Push(boundary);
            header.Clear();
            last = null;
        }

        void Field(string line)
        {
            if (line[0] is ' ' or '\t')
            {
                if (last is not null && header[last].Length < LongestField) header[last] += " " + line.Trim();
                return;
            }

            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and < 80 and var colon) || header.Count > MostFields) return;
            last = line[..colon].Trim();
            header[last] = line[(colon + 1)..].Trim();
        }

        // Fields of the message, then a group for each recipient; the first failure tells.
        void Status(string line)
        {
            if (line.Length > 0) Field(line);
            else Group();
        }

        void Group()
        {
            if (header.GetValueOrDefault("Action")?.ToLowerInvariant() is { } what && action != "failed")
                (action, status, said) = (what, header.GetValueOrDefault("Status"), header.GetValueOrDefault("Diagnostic-Code")?.Split(';', 2)[^1].Trim());
            header.Clear();
            last = null;
        }

        // Its head alone: what stands in a mail's text is anybody's.
        void Original(string line)
        {
            isText |= line.Length == 0;
            if (isText || mail is not null) return;
            Field(line);
            if (header.GetValueOrDefault("Message-ID") is { } id && Ids.TryParse<MailId>(id.Trim('<', '>', ' ').Split('@')[0], out var ours)) mail = ours;
        }

        static string? BoundaryOf(string content)
        {
            foreach (var parameter in content.Split(';').Skip(1).Select(p => p.Trim()))
                if (parameter.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase) && parameter["boundary=".Length..].Trim('"') is { Length: > 0 and <= 200 } boundary) return boundary;
            return null;
        }

        static string Fit(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason];
    }
}
