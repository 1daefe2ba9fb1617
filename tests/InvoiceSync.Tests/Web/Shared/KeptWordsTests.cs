using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using InvoiceSync.Tests.Architecture;
using InvoiceSync.Web.Resources;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Shared;

public sealed partial class KeptWordsTests
{
    static readonly string[] Speaking = ["src/InvoiceSync/", "src/InvoiceSync.Connectors/"];

    const string Waits = "SmartBill asks us to slow down.";

    [Theory]
    [InlineData(Waits, "SmartBill ne cere să apelăm mai rar.")]
    [InlineData("SmartBill has no series FCT. Choose one in the connection.", "SmartBill nu are seria FCT. Alege una în conexiune.")]
    [InlineData("Choose the country. Add the city or village; ANAF refuses an invoice without it.", "Alege țara. Adaugă localitatea; ANAF respinge o factură fără ea.")]
    [InlineData("Its lines give 10.00 and 2.10 VAT, but it says 2.20 VAT and 12.20 in all.", "Rândurile dau 10.00 și 2.10 TVA, dar în ea scrie 2.20 TVA și 12.20 în total.")]
    public void Romanian_readers_read_what_was_kept_in_english(string kept, string said) => Assert.Equal(said, Say(kept, "ro-RO"));

    [Theory]
    [InlineData("Marime fisier transmis mai mare de 10 MB.")]
    [InlineData("Some {0} of theirs")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_ours_stays_as_it_is(string? kept) => Assert.Equal(kept, Say(kept, "ro-RO"));

    [Fact]
    public void What_is_not_ours_does_not_hide_what_is() =>
        Assert.Equal("They said so. Alege țara. And more", Say("They said so. Choose the country. And more", "ro-RO"));

    [Fact]
    public void English_readers_read_it_as_it_was_kept() => Assert.Equal(Waits, Say(Waits, "en-GB"));

    // A sentence that somebody words anew would be shown in English again, and nobody would notice.
    [Fact]
    public void Every_sentence_is_one_that_the_business_or_a_connector_says()
    {
        var said = Repository.Files(".cs").Where(path => Speaking.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            .SelectMany(path => Literal().Matches(Repository.Read(path)))
            .Select(literal => Hole().Replace(literal.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal), "{}")).ToHashSet();
        Assert.True(said.Count > 500, $"only {said.Count} texts were found");
        Assert.Empty(Sentences().Keys.Select(english => Hole().Replace(english, "{}")).Except(said));
    }

    [Fact]
    public void Both_languages_leave_the_same_gaps() => Assert.All(Sentences(), text => Assert.Equal(Gaps(text.Key), Gaps(text.Value)));

    static string? Say(string? kept, string culture)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new(culture);
        try
        {
            return KeptWords.Say(kept);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    static Dictionary<string, string> Sentences()
    {
        using var set = new ResourceManager(typeof(Kept)).GetResourceSet(new("ro"), createIfNotExists: true, tryParents: false)!;
        return set.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    static string[] Gaps(string text) => [.. Hole().Matches(text).Select(m => m.Value).Order()];

    [GeneratedRegex("\"((?:[^\"\\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();
}
