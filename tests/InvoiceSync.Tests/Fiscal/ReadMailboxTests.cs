using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

public sealed class ReadMailboxTests
{
    readonly FakeFiscal anaf = new(FilingState.Accepted);

    public ReadMailboxTests() => anaf.Dispatcher
        .Tell<GetConnections, IReadOnlyList<GetConnections.View>>(Kept("access_token"))
        .Tell<GetMailboxMark, DateTimeOffset?>(null)
        .On<KeepMessages, int>(_ => 0);

    [Fact]
    public async Task Every_page_is_kept_and_the_mark_moves_after_the_last()
    {
        anaf.Lists.Add(new SearchAnswer.Found([Message("1")], 1, 2));
        anaf.Lists.Add(new SearchAnswer.Found([Message("2")], 2, 2));
        await Read();
        Assert.Equal([null, Some.Noon], anaf.Dispatcher.Sent<KeepMessages>().Select(k => k.ReadTo));
    }

    [Fact]
    public async Task An_empty_page_ends_the_list_whatever_number_of_pages_it_tells()
    {
        anaf.Lists.Add(new SearchAnswer.Found([], 1, 7)); // OCA#811: the numbers lie
        await Read();
        Assert.Equal(Some.Noon, Assert.Single(anaf.Dispatcher.Sent<KeepMessages>()).ReadTo);
    }

    public static TheoryData<SearchAnswer> Troubles => [new SearchAnswer.Unavailable("away"), new SearchAnswer.Refused("window"), new SearchAnswer.Limited(FiscalLimit.Minute, null), new SearchAnswer.Denied("token")];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_list_that_breaks_off_leaves_the_mark_and_is_read_again(SearchAnswer trouble)
    {
        anaf.Lists.Add(new SearchAnswer.Found([Message("1")], 1, 2));
        anaf.Lists.Add(trouble);
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(Read)).Error.Kind);
        Assert.Null(Assert.Single(anaf.Dispatcher.Sent<KeepMessages>()).ReadTo);
        Assert.Equal(trouble is SearchAnswer.Denied, anaf.Dispatcher.Sent<NoteConnection>().Any());
    }

    [Fact]
    public async Task A_company_without_a_token_has_no_mailbox()
    {
        anaf.Dispatcher.Tell<GetConnections, IReadOnlyList<GetConnections.View>>(Kept("client_secret"));
        await Read();
        Assert.Empty(anaf.Calls);
    }

    Task Read() => new ReadMailbox.Handler(anaf.Dispatcher, anaf.Door, anaf.Who, anaf.Clock).Handle(new(), TestContext.Current.CancellationToken);

    static FiscalMessage Message(string id) => new(id, id, FiscalMessageKind.Received, Some.Noon, "", "1");

    static GetConnections.View[] Kept(string secret) => [new(Some.Connection, "anaf", false, null, new Dictionary<string, string>(), [secret], null, null, null, null, null, null)];
}
