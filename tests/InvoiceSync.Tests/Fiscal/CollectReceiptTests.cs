using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

public sealed class CollectReceiptTests
{
    readonly FakeFiscal anaf = new(FilingState.Accepted);

    [Fact]
    public async Task The_sealed_receipt_is_archived_as_it_came()
    {
        anaf.Gives = new ReceiptAnswer.Zip(new byte[] { 7 }, default, default, [], null);
        await Collect();
        Assert.Equal([7], Assert.Single(anaf.Dispatcher.Sent<KeepReceipt>()).File!);
    }

    [Fact]
    public async Task One_that_is_gone_is_noted_and_asked_no_more()
    {
        anaf.Gives = new ReceiptAnswer.Expired("60 days");
        await Collect();
        Assert.Equal((null, "60 days"), Assert.Single(anaf.Dispatcher.Sent<KeepReceipt>()) is var kept ? (kept.File, kept.Missing) : default);
    }

    [Fact]
    public async Task One_that_cannot_be_fetched_now_is_fetched_later() =>
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(Collect)).Error.Kind);

    [Theory]
    [InlineData(FilingState.Sent)]
    [InlineData(FilingState.Refused)]
    public async Task Only_an_accepted_invoice_has_one(FilingState state)
    {
        anaf.Work = anaf.Work with { State = state };
        await Collect();
        Assert.Empty(anaf.Calls);
    }

    Task Collect() => new CollectReceipt.Handler(anaf.Dispatcher, anaf.Door, anaf.Who).Handle(new(FakeFiscal.Filing), TestContext.Current.CancellationToken);
}
