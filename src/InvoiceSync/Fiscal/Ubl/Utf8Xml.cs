using System.Buffers;
using System.Globalization;
using System.Text;
using InvoiceSync.Customers;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>
/// Writes UTF-8 XML straight into a buffer: markup as literals, text escaped, numbers and dates in invariant form.
/// Nothing is rounded here: an amount with three decimals is written with three, so that the rules can name it.
/// </summary>
ref struct Utf8Xml(IBufferWriter<byte> output)
{
    const int Chunk = 4096;

    static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"");

    Span<byte> free = output.GetSpan(Chunk);
    int used;

    public void Markup(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        used += utf8.Length;
    }

    public void Text(string? value)
    {
        var rest = PlainText.Tidy(value).AsSpan();
        while (rest.Length > 0)
        {
            var at = rest.IndexOfAny(Escaped);
            if (at < 0) at = rest.Length;
            Plain(rest[..at]);
            if (at == rest.Length) return;
            Markup(rest[at] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, '"' => "&quot;"u8, _ => "&gt;"u8 });
            rest = rest[(at + 1)..];
        }
    }

    public void Element(ReadOnlySpan<byte> open, string? value, ReadOnlySpan<byte> close)
    {
        Markup(open);
        Text(value);
        Markup(close);
    }

    /// <summary>As Element, but nothing at all for an empty value: EN 16931 knows no empty elements.</summary>
    public void Optional(ReadOnlySpan<byte> open, string? value, ReadOnlySpan<byte> close)
    {
        if (!string.IsNullOrWhiteSpace(value)) Element(open, value, close);
    }

    public void Date(ReadOnlySpan<byte> open, DateOnly value, ReadOnlySpan<byte> close)
    {
        Markup(open);
        value.TryFormat(Room(10), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        used += written;
        Markup(close);
    }

    /// <summary>At least two decimals, more only when the value has them.</summary>
    public void Amount(decimal value)
    {
        var format = value.Scale <= 2 || decimal.Round(value, 2) == value ? "F2" : "0.00##########################";
        value.TryFormat(Room(64), out var written, format, CultureInfo.InvariantCulture);
        used += written;
    }

    public void Number(decimal value)
    {
        value.TryFormat(Room(64), out var written, value.Scale == 0 ? "" : "0.############################", CultureInfo.InvariantCulture);
        used += written;
    }

    public void Flush()
    {
        output.Advance(used);
        free = default;
        used = 0;
    }

    void Plain(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return;
        var room = Room(Encoding.UTF8.GetMaxByteCount(text.Length)); // first: it may start a new buffer and set used to 0
        used += Encoding.UTF8.GetBytes(text, room);
    }

    Span<byte> Room(int needed)
    {
        if (free.Length - used < needed)
        {
            output.Advance(used);
            free = output.GetSpan(Math.Max(Chunk, needed));
            used = 0;
        }

        return free[used..];
    }
}
