namespace InvoiceSync.Web.Shared.Pdf;

/// <summary>A title, notes, and a table that goes on from page to page under its headings. A cell breaks between words, a long word where it must, a row between pages.</summary>
sealed class PdfTable(IReadOnlyList<double> columns, IReadOnlyList<string> headings)
{
    const double Margin = 36;
    const double Size = 7.5;
    const double Leading = 9.5;
    const double Gap = 6;
    const double Bottom = PdfPage.Height - 40;
    const double Right = PdfPage.Width - Margin;

    readonly PdfFile file = new();
    PdfPage? page;
    double top;
    string title = "";
    bool inTable;

    public void Title(string text)
    {
        title = text;
        Begin();
        foreach (var line in Wrapped(text, Right - Margin, 15)) Put(line, 15, 21);
    }

    public void Note(string text)
    {
        foreach (var line in Wrapped(text, Right - Margin, 9)) Put(line, 9, 12.5);
    }

    public void Row(IReadOnlyList<string> cells)
    {
        if (!inTable) Headings();
        var wrapped = cells.Select((cell, n) => Wrapped(cell, columns[n] - Gap, Size)).ToList();
        for (var line = 0; line < wrapped.Max(c => c.Count); line++)
        {
            if (top + Leading > Bottom)
            {
                Begin();
                Headings();
            }

            top += Leading;
            var left = Margin;
            for (var column = 0; column < wrapped.Count; left += columns[column++])
                if (line < wrapped[column].Count) page!.Text(left, top, Size, wrapped[column][line]);
        }

        top += 3;
        page!.Line(Margin, Right, top);
    }

    /// <summary>Every page gets the foot, and which of how many it is.</summary>
    public byte[] ToBytes(string foot, Func<int, int, string> number, string language, DateTimeOffset at)
    {
        for (var n = 0; n < file.All.Count; n++)
        {
            var text = number(n + 1, file.All.Count);
            file.All[n].Text(Margin, PdfPage.Height - 22, Size, Wrapped(foot, Right - Margin - 120, Size)[0], grey: 0.35);
            file.All[n].Text(Right - PrintFont.It.Width(text, Size), PdfPage.Height - 22, Size, text, grey: 0.35);
        }

        return file.ToBytes(title, language, at);
    }

    void Begin() => (page, top) = (file.NewPage(), Margin);

    void Headings()
    {
        inTable = true;
        top += Leading + 4;
        var left = Margin;
        for (var column = 0; column < columns.Count; left += columns[column++]) page!.Text(left, top, Size, headings[column], grey: 0.35);
        top += 4;
        page!.Line(Margin, Right, top);
    }

    void Put(string line, double size, double leading)
    {
        if (top + leading > Bottom) Begin();
        top += leading;
        page!.Text(Margin, top, size, line);
    }

    static List<string> Wrapped(string text, double width, double size)
    {
        var lines = new List<string>();
        foreach (var part in text.Split('\n'))
        {
            var rest = PdfPage.Printable(part);
            while (PrintFont.It.Width(rest, size) > width)
            {
                var fits = Fits(rest, width, size);
                var space = rest.LastIndexOf(' ', fits - 1);
                var cut = space > 0 ? space + 1 : fits;
                lines.Add(rest[..cut].TrimEnd());
                rest = rest[cut..];
            }

            lines.Add(rest);
        }

        return lines;
    }

    static int Fits(string text, double width, double size)
    {
        var (used, at) = (0.0, 0);
        while (at < text.Length && (used += PrintFont.It.Width(PrintFont.It.Glyph(text[at])) * size / 1000) <= width) at++;
        return Math.Max(1, at);
    }
}
