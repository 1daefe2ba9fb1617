using System.Globalization;
using System.Text;

namespace InvoiceSync.Connectors.Smtp;

/// <summary>Lines to and from a mail server. It is somebody else's: answers are capped, and nothing it says is obeyed but its code.</summary>
sealed class SmtpWire(Stream stream)
{
    const int LongestLine = 2048;
    const int MostLines = 100;
    const int LongestText = 1000;

    readonly byte[] buffer = new byte[4096];
    int from, to;

    public Stream Stream => stream;

    /// <summary>Whether something was said before it was asked for. What came in clear must not be read as said under TLS.</summary>
    public bool IsQuiet => from == to;

    /// <summary>A line break in a command would be a second command; nothing that is checked has one, and here is the last to look.</summary>
    public async Task Say(string command, CancellationToken ct)
    {
        if (command.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0) throw new FormatException("A command is one line.");
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), ct);
        await stream.FlushAsync(ct);
    }

    public async Task<SmtpReply> Hear(CancellationToken ct)
    {
        var text = new StringBuilder();
        for (var n = 0; n < MostLines; n++)
        {
            var line = await Line(ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new IOException("The server does not speak SMTP.");
            if (text.Length < LongestText && line.Length > 4) text.Append(text.Length > 0 ? "\n" : "").Append(line.AsSpan(4));
            if (line.Length == 3 || line[3] != '-') return new(code, text.ToString());
        }

        throw new IOException("The server's answer does not end.");
    }

    async Task<string> Line(CancellationToken ct)
    {
        var line = new List<byte>(128);
        while (true)
        {
            if (from == to)
            {
                (from, to) = (0, await stream.ReadAsync(buffer, ct));
                if (to == 0) throw new EndOfStreamException("The server hung up.");
            }

            var next = buffer[from++];
            if (next == '\n') return Plain(line);
            if (line.Count == LongestLine) throw new IOException("The server's answer is too long.");
            if (next != '\r') line.Add(next);
        }
    }

    static string Plain(List<byte> line) => string.Concat(Encoding.UTF8.GetString([.. line]).Select(c => char.IsControl(c) ? ' ' : c));
}
