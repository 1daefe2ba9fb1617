using System.Collections.Concurrent;
using System.Text;
using HandlebarsDotNet;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>
/// Fills templates. Everything is escaped; there are no helpers, no partials and no .NET objects to reach, and a page that grows
/// without measure is given up. Compiled templates are kept, as many as one process can well have in use.
/// </summary>
sealed class PaperTemplates
{
    const int MostKept = 256;
    const int LongestPage = 8 << 20;

    readonly IHandlebars handlebars = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new EscapeAll(), NoEscape = false });
    readonly ConcurrentDictionary<string, HandlebarsTemplate<TextWriter, object, object>> compiled = new();

    public string Fill(string template, IReadOnlyDictionary<string, object?> content)
    {
        var fill = compiled.GetOrAdd(template, Compile);
        if (compiled.Count > MostKept) compiled.Clear();
        using var page = new CappedWriter(LongestPage);
        try
        {
            fill(page, content, null!);
        }
        catch (HandlebarsException wrong) when (wrong is not HandlebarsCompilerException)
        {
            throw new RuleBrokenException(DesignErrors.Wrong(wrong.Message));
        }

        return page.ToString();
    }

    HandlebarsTemplate<TextWriter, object, object> Compile(string template)
    {
        try
        {
            using var reader = new StringReader(template);
            return handlebars.Compile(reader);
        }
        catch (HandlebarsException wrong)
        {
            throw new RuleBrokenException(DesignErrors.Wrong(wrong.Message));
        }
    }

    sealed class CappedWriter(int most) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override void Write(char value)
        {
            Check(1);
            base.Write(value);
        }

        public override void Write(string? value)
        {
            Check(value?.Length ?? 0);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Check(count);
            base.Write(buffer, index, count);
        }

        void Check(int more) => Rule.Require(GetStringBuilder().Length + more <= most, DesignErrors.TooLong);
    }

    // In text and in quoted attributes nothing of a value can end its place.
    sealed class EscapeAll : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public void Encode(string? text, TextWriter target) => Encode((text ?? "").GetEnumerator(), target);

        public void Encode<T>(T? text, TextWriter target) where T : IEnumerator<char>
        {
            while (text?.MoveNext() == true)
                switch (text.Current)
                {
                    case '&': target.Write("&amp;"); break;
                    case '<': target.Write("&lt;"); break;
                    case '>': target.Write("&gt;"); break;
                    case '"': target.Write("&quot;"); break;
                    case '\'': target.Write("&#39;"); break;
                    case '`': target.Write("&#96;"); break;
                    case '=': target.Write("&#61;"); break;
                    case var c when char.IsControl(c) && c is not '\n' and not '\t': break;
                    case var c: target.Write(c); break;
                }
        }
    }
}
