using System.Text;

namespace InvoiceSync.Connectors.Smtp;

/// <summary>The lines of a mail as it arrives. A line longer than any header is cut; the rest of it is read and dropped, never kept.</summary>
sealed class ReportLines(Stream message)
{
    const int Longest = 4096;

    readonly byte[] buffer = new byte[16 * 1024];
    readonly List<byte> line = [];
    int from, to;
    bool isOver;

    /// <summary>Null at the end.</summary>
    public async ValueTask<string?> Next(CancellationToken ct)
    {
        line.Clear();
        while (!isOver)
        {
            if (from == to)
            {
                (from, to) = (0, await message.ReadAsync(buffer, ct));
                isOver = to == 0;
                if (isOver) return line.Count > 0 ? Text() : null;
            }

            var end = buffer.AsSpan(from, to - from).IndexOf((byte)'\n');
            var part = buffer.AsSpan(from, (end < 0 ? to - from : end));
            line.AddRange(part[..Math.Min(part.Length, Longest - line.Count)]);
            from += part.Length + (end < 0 ? 0 : 1);
            if (end >= 0) return Text();
        }

        return null;
    }

    string Text() => string.Concat(Encoding.UTF8.GetString([.. line]).TrimEnd('\r').Select(c => char.IsControl(c) && c != '\t' ? ' ' : c));
}
