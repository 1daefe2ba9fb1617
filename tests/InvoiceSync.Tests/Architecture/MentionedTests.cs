using System.Text.RegularExpressions;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Tests.Architecture;

/// <summary>Every message is spoken of in some test, here or against a real database.</summary>
public sealed class MentionedTests
{
    static readonly HashSet<string> Words = [.. Repository.Files(".cs", ".mjs", ".razor")
        .Where(path => path.StartsWith("tests/", StringComparison.Ordinal) && !path.Contains("/Architecture/", StringComparison.Ordinal) && !path.EndsWith("MessagesTests.cs", StringComparison.Ordinal))
        .SelectMany(path => Regex.Matches(CSharpCode.Only(Repository.Read(path)), @"\w+").Select(word => word.Value))];

    [Fact]
    public void Every_message_is_sent_in_some_test() => Verdict.NoneOf(Unmentioned(Messages()));

    [Fact]
    public void A_message_no_test_knows_is_seen() => Assert.Equal(["Forget" + "Everything"], Unmentioned(["Forget" + "Everything", "SubmitFiling"]));

    static IEnumerable<string> Messages() => new HandlerTable(typeof(HandlerTable).Assembly.GetTypes()).Entries.Select(entry => entry.Message.Name);

    static IEnumerable<string> Unmentioned(IEnumerable<string> messages) => messages.Where(message => !Words.Contains(message));
}
