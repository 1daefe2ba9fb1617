using System.Text.RegularExpressions;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tests.Architecture;
using InvoiceSync.Web.Audit;

namespace InvoiceSync.Tests.Web.Audit;

public sealed partial class ActWordsTests : IDisposable
{
    readonly PortalPieces portal = new();

    [Fact]
    public void Every_act_that_is_noted_has_words()
    {
        var noted = Repository.Files(".cs").Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(path => Noted().Matches(Repository.Read(path)).Select(m => m.Groups["event"].Value)).Distinct().ToList();
        Assert.True(noted.Count > 20, $"only {noted.Count} acts were found");
        Assert.Empty(noted.Where(happened => Say("", happened) == happened).Order());
    }

    [Fact]
    public void Every_thing_whose_changes_are_logged_has_a_name()
    {
        var things = typeof(Aggregate).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Aggregate))).Select(type => Capital().Replace(type.Name, "_$0").TrimStart('_').ToLowerInvariant()).ToList();
        Assert.True(things.Count > 15, $"only {things.Count} things were found");
        Assert.Empty(things.Where(thing => Say("", $"{thing}.updated") == $"{thing}.updated").Order());
    }

    [Theory]
    [InlineData("invoicing.seal-invoice", "invoice.updated", "Closed an accepted invoice")]
    [InlineData("access.save-role", "role.created", "Role: created")]
    [InlineData("access.save-role", "dragon.created", "dragon.created")]
    [InlineData("access.tell-companies", "user.passkey_added", "Added a passkey")]
    public void The_message_speaks_first_then_the_event_then_the_thing(string action, string happened, string words) => Assert.Equal(words, Say(action, happened));

    [Theory]
    [InlineData("FilingVersion", "Filing version")]
    [InlineData("State", "State")]
    [InlineData("", "")]
    public void A_field_is_written_in_words(string name, string words) => Assert.Equal(words, ActWords.Field(portal.Texts, name));

    [Theory]
    [InlineData("True", "yes")]
    [InlineData("", "–")]
    [InlineData(null, "–")]
    [InlineData("Sent", "Sent")]
    public void A_value_is_shown_as_people_say_it(string? value, string words) => Assert.Equal(words, ActWords.Value(portal.Texts, value));

    public void Dispose() => portal.Dispose();

    string Say(string action, string happened) => ActWords.Of(portal.Texts, action, happened);

    [GeneratedRegex(@"(?:Note\(new(?: Act)?\(|RecordAct\(new(?: Act)?\(|new Act\(|[aA]cts\.Note(?:Try)?\([^,]+, )""(?<event>[a-z_]+\.[a-z_]+)""")]
    private static partial Regex Noted();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
