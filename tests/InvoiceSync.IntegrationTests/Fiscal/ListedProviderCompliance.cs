using InvoiceSync.Fiscal;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>What an authority that judges later and lists what it took in must do besides.</summary>
public abstract partial class ListedProviderCompliance : FiscalProviderCompliance
{
    protected new ListedPractice World => (ListedPractice)base.World;

    [Fact]
    public async Task A_good_document_is_accepted_found_and_downloaded()
    {
        var sent = World.Good("C-1");
        var index = await Received(sent);
        Assert.IsType<StatusAnswer.Processing>(await World.Provider.Status(World.Account, index, Ct));

        World.Pass(AWhile);
        var accepted = Assert.IsType<StatusAnswer.Accepted>(await World.Provider.Status(World.Account, index, Ct));
        var message = Assert.Single(await Messages(), m => m.Index == index);
        Assert.Equal((FiscalMessageKind.Sent, accepted.DownloadId, World.Account.TaxId), (message.Kind, message.Id, message.TaxId));

        var receipt = Assert.IsType<ReceiptAnswer.Zip>(await World.Provider.Download(World.Account, accepted.DownloadId, Ct));
        Assert.Equal(sent.Xml.ToArray(), receipt.DocumentXml.ToArray());
        Assert.NotEqual(0, receipt.SignatureXml.Length);
        Assert.NotEqual(0, receipt.Bytes.Length);
        Assert.Empty(receipt.Errors);
    }

    [Fact]
    public async Task A_document_against_the_rules_is_refused_with_reasons()
    {
        var index = await Received(World.Bad("C-2"));
        World.Pass(AWhile);

        var refused = Assert.IsType<StatusAnswer.Refused>(await World.Provider.Status(World.Account, index, Ct));
        Assert.Equal(FiscalMessageKind.Errors, Assert.Single(await Messages(), m => m.Index == index).Kind);
        var receipt = Assert.IsType<ReceiptAnswer.Zip>(await World.Provider.Download(World.Account, refused.DownloadId, Ct));
        Assert.NotEmpty(receipt.Errors);
        Assert.Null(receipt.DuplicateOf);
    }

    [Fact]
    public async Task A_document_sent_twice_is_refused_with_the_index_to_adopt()
    {
        var first = await Received(World.Good("C-3"));
        var second = await Received(World.Good("C-3"));
        World.Pass(AWhile);

        Assert.IsType<StatusAnswer.Accepted>(await World.Provider.Status(World.Account, first, Ct));
        var refused = Assert.IsType<StatusAnswer.Refused>(await World.Provider.Status(World.Account, second, Ct));
        var receipt = Assert.IsType<ReceiptAnswer.Zip>(await World.Provider.Download(World.Account, refused.DownloadId, Ct));
        Assert.Equal(first, receipt.DuplicateOf);
    }

    [Fact]
    public async Task Nothing_filed_is_an_empty_list_and_unknown_ids_are_said_to_be_unknown()
    {
        Assert.Empty(await Messages());
        Assert.IsType<StatusAnswer.Unknown>(await World.Provider.Status(World.Account, "4999999999", Ct));
        Assert.IsType<ReceiptAnswer.NotFound>(await World.Provider.Download(World.Account, "4999999999", Ct));
    }

    [Fact]
    public async Task A_receipt_expires()
    {
        var index = await Received(World.Good("C-5"));
        World.Pass(AWhile);
        var accepted = Assert.IsType<StatusAnswer.Accepted>(await World.Provider.Status(World.Account, index, Ct));
        World.Pass(TimeSpan.FromDays(61));
        Assert.IsType<ReceiptAnswer.Expired>(await World.Provider.Download(World.Account, accepted.DownloadId, Ct));
    }

    protected async Task<IReadOnlyList<FiscalMessage>> Messages() =>
        Assert.IsType<SearchAnswer.Found>(await World.List.Search(World.Account, World.Now.AddDays(-1), World.Now, 1, Ct)).Messages;
}
