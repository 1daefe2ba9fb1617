namespace InvoiceSync.Tests.Architecture;

/// <summary>The rules are only as good as the reader that tells code from words.</summary>
public sealed class CSharpCodeTests
{
    [Theory]
    [InlineData("a; // words\nb;", "a; \nb;")]
    [InlineData("a; /* words\n words */ b;", "a; \n b;")]
    [InlineData("a(\"wo\\\"rds\", b);", "a(, b);")]
    [InlineData("a(@\"c:\\\", b);", "a(, b);")]
    [InlineData("a(@\"say \"\"words\"\"\", b);", "a(, b);")]
    [InlineData("a('\"', b);", "a(, b);")]
    [InlineData("a('\\'', b);", "a(, b);")]
    [InlineData("a($\"words {code} {{words}}\", b);", "a(code, b);")]
    [InlineData("a($\"words {code(\"words\")} words\", b);", "a(code(), b);")]
    [InlineData("a(\"\"\"words \" \"\" words\"\"\", b);", "a(, b);")]
    [InlineData("a($$\"\"\"{ \"words\": {{code}} }\"\"\", b);", "a(code, b);")]
    [InlineData("a(\"\", @class, b);", "a(, @class, b);")]
    [InlineData("a($\"{new { X = 1 }}\", b);", "a(new { X = 1 }, b);")]
    public void Words_become_blanks_and_code_stays(string text, string code)
    {
        Assert.Equal(Squeezed(code), Squeezed(CSharpCode.Only(text)));
        Assert.Equal(text.Length, CSharpCode.Only(text).Length);
        Assert.Equal(text.Count(c => c == '\n'), CSharpCode.Only(text).Count(c => c == '\n'));
    }

    static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
