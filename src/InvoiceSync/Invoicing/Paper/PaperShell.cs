using System.Globalization;
using System.Text;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>The whole page around a filled template: fonts, style sheets, and a policy that forbids it everything else.</summary>
static class PaperShell
{
    /// <summary>FontsAt is the printer's own place; null for a preview, which takes the reader's fonts.</summary>
    public static string Draw(PaperTemplates templates, InvoiceDocument document, InvoiceDesign design, string? logo, string? fontsAt, PaperHeading? heading = null)
    {
        var own = design.Layout == InvoiceLayout.Own;
        var body = templates.Fill(own ? design.Html ?? "" : Layouts.Html, PaperContent.Of(document, design, logo, heading));
        var language = PaperContent.LanguageOf(document, design);
        return $"""
            <!DOCTYPE html>
            <html lang="{(language == DocumentLanguage.English ? "en" : "ro")}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src {(fontsAt is null ? "'none'" : new Uri(fontsAt).GetLeftPart(UriPartial.Authority))}">
            <title>{TitleText(document.Number)}</title>
            <style>{Fonts(fontsAt)}{Brand(design.Accent)}{Layouts.Base}{Feet(document.Number, language)}{(own ? design.Css : Layouts.StyleOf(design.Layout))}</style>
            </head>
            <body class="{design.Layout.ToString().ToLowerInvariant()}">
            {body}
            </body>
            </html>
            """;
    }

    static string TitleText(string number) => System.Net.WebUtility.HtmlEncode(number);

    // Each font is fetched only by a page that has a letter of its range. A browser that shows a preview has fonts of the same widths.
    static string Fonts(string? at) => at is null ? "" : $$"""
        @font-face { font-family: "Paper"; src: url("{{at}}LiberationSans-Regular.ttf"); font-weight: 400; }
        @font-face { font-family: "Paper"; src: url("{{at}}LiberationSans-Bold.ttf"); font-weight: 600; }
        @font-face { font-family: "Paper Wide"; src: url("{{at}}DejaVuSansCondensed.ttf"); unicode-range: U+0250-2DFF; }
        @font-face { font-family: "Paper Han"; src: url("{{at}}DroidSansFallback.ttf"); unicode-range: U+1100-11FF, U+2E80-9FFF, U+AC00-D7AF, U+F900-FAFF, U+FF00-FFEF; }

        """;

    static string Brand(string accent) => $":root {{ --accent: {accent}; --on-accent: {(IsDark(accent) ? "#ffffff" : "#1b1f24")}; }}\n";

    // Relative luminance of WCAG 2; white stands out below 0.18 at least as well as black does.
    static bool IsDark(string accent)
    {
        double Part(int at)
        {
            var c = int.Parse(accent.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5) < 0.18;
    }

    static string Feet(string number, DocumentLanguage language)
    {
        var page = new PaperWords(language)["page"];
        return $$"""
            @page { @bottom-left { content: {{Quoted(number)}}; font: 7.5pt "Paper", Arial, sans-serif; color: #5b6470; } @bottom-right { content: {{Quoted(page + " ")}} counter(page) " / " counter(pages); font: 7.5pt "Paper", Arial, sans-serif; color: #5b6470; } }

            """;
    }

    // A CSS string in which nothing but letters and digits stands for itself.
    static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) quoted.Append(rune);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:X6}");
        }

        return quoted.Append('"').ToString();
    }
}
