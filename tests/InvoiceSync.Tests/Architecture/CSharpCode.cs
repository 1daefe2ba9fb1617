using System.Text;

namespace InvoiceSync.Tests.Architecture;

/// <summary>
/// C# with the words taken out: comments and the text of strings become blanks, the code inside
/// interpolations stays. Line breaks stay too, so that positions still tell the line.
/// </summary>
sealed class CSharpCode
{
    readonly string text;
    readonly StringBuilder kept;
    int at;

    CSharpCode(string text) => (this.text, kept) = (text, new(text.Length));

    public static string Only(string text)
    {
        var code = new CSharpCode(text);
        code.Code(closing: 0);
        return code.kept.ToString();
    }

    // Until the end, or (in the hole of an interpolated string) until as many closing braces as opened it.
    void Code(int closing)
    {
        var depth = 0;
        while (at < text.Length)
        {
            if (closing > 0 && depth == 0 && Next(new string('}', closing))) return;
            if (text[at] == '{') depth++;
            if (text[at] == '}') depth--;

            if (Next("//")) BlankTo("\n", alsoEnd: 0);
            else if (Next("/*")) BlankTo("*/", alsoEnd: 2);
            else if (text[at] == '\'') Quoted('\'', escapes: true, dollars: 0);
            else if (StringStart() is (var dollars, var verbatim, var quotes)) Text(dollars, verbatim, quotes);
            else Keep();
        }
    }

    // $, @ and quotes in front of us, or null: "…", @"…", $"…", $@"…", """…""", $$"""…""".
    (int Dollars, bool Verbatim, int Quotes)? StringStart()
    {
        var (look, dollars, verbatim) = (at, 0, false);
        while (look < text.Length && text[look] is '$' or '@')
        {
            if (text[look++] == '$') dollars++;
            else verbatim = true;
            if (look == text.Length) return null;
        }

        var quotes = 0;
        while (look + quotes < text.Length && text[look + quotes] == '"') quotes++;
        return quotes switch
        {
            0 => null,
            2 => (dollars, verbatim, 1), // the empty string
            >= 3 when !verbatim => (dollars, verbatim, quotes),
            _ => (dollars, verbatim, 1),
        };
    }

    void Text(int dollars, bool verbatim, int quotes)
    {
        while (text[at] != '"') Blank();
        if (quotes == 1) Quoted('"', escapes: !verbatim, dollars);
        else Raw(new string('"', quotes), dollars);
    }

    void Quoted(char quote, bool escapes, int dollars)
    {
        Blank();
        while (at < text.Length)
        {
            if (escapes ? text[at] == '\\' : Next("\"\"")) Blank(2);
            else if (text[at] == quote) break;
            else if (dollars > 0 && Next("{{")) Blank(2);
            else if (dollars > 0 && text[at] == '{') Hole(1);
            else Blank();
        }

        Blank();
    }

    void Raw(string fence, int dollars)
    {
        Blank(fence.Length);
        while (at < text.Length && !Next(fence))
        {
            if (dollars > 0 && Next(new string('{', dollars))) Hole(dollars);
            else Blank();
        }

        Blank(fence.Length);
    }

    void Hole(int braces)
    {
        Blank(braces);
        Code(braces);
        Blank(braces);
    }

    bool Next(string expected) => string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;

    void Keep() => kept.Append(text[at++]);

    void Blank(int characters = 1)
    {
        for (var end = Math.Min(at + characters, text.Length); at < end; at++) kept.Append(text[at] == '\n' ? '\n' : ' ');
    }

    void BlankTo(string end, int alsoEnd)
    {
        while (at < text.Length && !Next(end)) Blank();
        Blank(alsoEnd);
    }
}
