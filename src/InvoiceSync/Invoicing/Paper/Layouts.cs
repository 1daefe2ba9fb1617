namespace InvoiceSync.Invoicing.Paper;

/// <summary>The designs that come with the product: one page, and a style sheet for each.</summary>
static class Layouts
{
    public static string Html { get; } = Read("invoice.html");

    public static string Base { get; } = Read("base.css");

    static readonly string Classic = Read("classic.css"), Modern = Read("modern.css"), Compact = Read("compact.css");

    public static string StyleOf(InvoiceLayout layout) => layout switch
    {
        InvoiceLayout.Modern => Modern,
        InvoiceLayout.Compact => Compact,
        _ => Classic,
    };

    static string Read(string name)
    {
        using var stream = typeof(Layouts).Assembly.GetManifestResourceStream($"InvoiceSync.Invoicing.Paper.Layouts.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
