using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

public sealed class FetchMessageTests
{
    static readonly MailboxMessageId Id = Some.Id<MailboxMessageId>(9);

    readonly FakeFiscal anaf = new(FilingState.Accepted);
    GetMessageWork.View work = new(Id, Test: false, "3009", "5009", FiscalMessageKind.Received, MailboxState.Listed, IsOurs: false);

    public FetchMessageTests() => anaf.Dispatcher.On<GetMessageWork, GetMessageWork.View>(_ => work).On<KeepMessageFile>().On<NoteMessage>();

    [Fact]
    public async Task A_received_invoice_is_archived_as_it_came()
    {
        anaf.Gives = new ReceiptAnswer.Zip(new byte[] { 1 }, new byte[] { 2 }, new byte[] { 3 }, [], null);
        await Fetch();
        var kept = Assert.Single(anaf.Dispatcher.Sent<KeepMessageFile>());
        Assert.Equal(("download 3009", 1, 2, 3), (Assert.Single(anaf.Calls), kept.Zip[0], kept.Xml[0], kept.Seal[0]));
    }

    [Fact]
    public async Task What_we_filed_ourselves_costs_no_download()
    {
        work = work with { IsOurs = true };
        await Fetch();
        Assert.Empty(anaf.Calls);
        Assert.Equal(MailboxState.Ours, Assert.Single(anaf.Dispatcher.Sent<NoteMessage>()).State);
    }

    [Theory]
    [InlineData(MailboxState.Kept)]
    [InlineData(MailboxState.Gone)]
    public async Task What_is_settled_is_not_fetched_again(MailboxState state)
    {
        work = work with { State = state };
        await Fetch();
        Assert.Empty(anaf.Calls);
    }

    public static TheoryData<ReceiptAnswer> Ends => [new ReceiptAnswer.Expired("60 de zile"), new ReceiptAnswer.NotFound("nu exista")];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task What_the_authority_no_longer_has_is_said_so_for_good(ReceiptAnswer end)
    {
        anaf.Gives = end;
        await Fetch();
        Assert.Equal(MailboxState.Gone, Assert.Single(anaf.Dispatcher.Sent<NoteMessage>()).State);
    }

    public static TheoryData<ReceiptAnswer> Troubles => [new ReceiptAnswer.Unavailable("away"), new ReceiptAnswer.Limited(FiscalLimit.Day, null), new ReceiptAnswer.NoRight("no"), new ReceiptAnswer.Denied("token")];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Anything_else_is_tried_again_later(ReceiptAnswer trouble)
    {
        anaf.Gives = trouble;
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(Fetch)).Error.Kind);
        Assert.Empty(anaf.Dispatcher.Sent<NoteMessage>());
        Assert.Equal(trouble is ReceiptAnswer.Denied, anaf.Dispatcher.Sent<NoteConnection>().Any());
    }

    Task Fetch() => new FetchMessage.Handler(anaf.Dispatcher, anaf.Door, anaf.Who).Handle(new(Id), TestContext.Current.CancellationToken);
}
