using System.Collections.Concurrent;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Connectors.Chromium;

/// <summary>The fonts that paper is set in, by their address, as base64. They come with the product, so a page looks the same on every server.</summary>
static class PaperFonts
{
    const string Folder = "InvoiceSync.Connectors.Chromium.Fonts.";

    static readonly HashSet<string> Names = [.. typeof(PaperFonts).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..])];
    static readonly ConcurrentDictionary<string, string> Kept = new();

    public static string? Find(string address) =>
        address.StartsWith(IPagePrinter.FontsAt, StringComparison.Ordinal) && Names.Contains(address[IPagePrinter.FontsAt.Length..])
            ? Kept.GetOrAdd(address[IPagePrinter.FontsAt.Length..], Read)
            : null;

    static string Read(string name)
    {
        using var stream = typeof(PaperFonts).Assembly.GetManifestResourceStream(Folder + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Convert.ToBase64String(bytes);
    }
}
