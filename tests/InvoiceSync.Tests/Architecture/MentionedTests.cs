using System.Text.RegularExpressions;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Tests.Architecture;

/// <summary>Every message is spoken of in some test, here or against a real database.</summary>
public sealed class MentionedTests
{
    // Plain reads and switches of the portal and the API, sent over HTTP where a test cannot name them. This list only ever shrinks.
    static readonly string[] NotYet =
    [
        "DeleteScimGroup", "DeleteScimUser", "ListScimGroups", "ListScimUsers", "ReplaceScimUser",
        "FindSale", "FindSession", "FollowSale", "ForeseeSale", "GetCorrection", "GetFilingState", "GetMe", "GetOverview", "GetQueueState", "GetSyncRun", "InstructSale", "IsNumberTaken",
        "ListApiKeys", "ListStuckWork", "ProcessSale", "ReadSaleAgain", "ReadSaleAs", "RetryStuckWork", "RevokeApiKey", "TouchApiKey",
    ];

    static readonly HashSet<string> Words = [.. Repository.Files(".cs", ".mjs", ".razor")
        .Where(path => path.StartsWith("tests/", StringComparison.Ordinal) && !path.Contains("/Architecture/", StringComparison.Ordinal) && !path.EndsWith("MessagesTests.cs", StringComparison.Ordinal))
        .SelectMany(path => Regex.Matches(CSharpCode.Only(Repository.Read(path)), @"\w+").Select(word => word.Value))];

    [Fact]
    public void Every_message_is_sent_in_some_test_or_owed_one() =>
        Verdict.NoneOf(Unmentioned(Messages()).Except(NotYet));

    [Fact]
    public void What_is_owed_a_test_is_a_message() => Assert.Empty(NotYet.Except(Messages()));

    [Fact]
    public void A_message_no_test_knows_is_seen() => Assert.Equal(["Forget" + "Everything"], Unmentioned(["Forget" + "Everything", "SubmitFiling"]));

    static IEnumerable<string> Messages() => new HandlerTable(typeof(HandlerTable).Assembly.GetTypes()).Entries.Select(entry => entry.Message.Name);

    static IEnumerable<string> Unmentioned(IEnumerable<string> messages) => messages.Where(message => !Words.Contains(message));
}
