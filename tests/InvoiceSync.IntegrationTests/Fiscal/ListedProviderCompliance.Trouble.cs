using InvoiceSync.Fiscal;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The unhappy half of the list: what it shows after a lost answer, and to whom.</summary>
public abstract partial class ListedProviderCompliance
{
    [Theory]
    [InlineData(Breakage.AnswerLostAfterWork)]
    [InlineData(Breakage.ErrorAfterWork)]
    public async Task A_document_taken_in_without_an_answer_is_in_doubt_then_found_by_asking(Breakage how)
    {
        var sent = World.Good("T-1");
        await World.Break(how);
        Assert.IsType<SubmitAnswer.InDoubt>(await World.Provider.Submit(World.Account, sent, Ct));

        World.Pass(AWhile);
        var message = Assert.Single(await Messages()); // one, so nobody sent it again in secret
        var receipt = Assert.IsType<ReceiptAnswer.Zip>(await World.Provider.Download(World.Account, message.Id, Ct));
        Assert.Equal(sent.Xml.ToArray(), receipt.DocumentXml.ToArray());
    }

    [Theory]
    [InlineData(Breakage.ResetBeforeWork)]
    [InlineData(Breakage.WebPage)]
    [InlineData(Breakage.ErrorAfterWork)]
    public async Task The_list_is_unavailable_while_the_authority_is_not_itself(Breakage how)
    {
        await World.Break(how);
        Assert.IsType<SearchAnswer.Unavailable>(await World.List.Search(World.Account, World.Now.AddDays(-1), World.Now, 1, Ct));
    }

    [Fact]
    public async Task Too_many_questions_are_told_by_the_minute()
    {
        await World.Break(Breakage.TooMany);
        Assert.Equal(FiscalLimit.Minute, Assert.IsType<StatusAnswer.Limited>(await World.Provider.Status(World.Account, "1", Ct)).Per);
    }

    [Fact]
    public async Task A_bad_token_sees_no_list() =>
        Assert.IsType<SearchAnswer.Denied>(await World.List.Search(World.Account with { AccessToken = "nobody's" }, World.Now.AddDays(-1), World.Now, 1, Ct));

    [Fact]
    public async Task A_token_without_the_right_reaches_nothing_of_the_company()
    {
        var index = await Received(World.Good("T-5"));
        World.Pass(AWhile);
        var accepted = Assert.IsType<StatusAnswer.Accepted>(await World.Provider.Status(World.Account, index, Ct));

        var rejected = Assert.IsType<SubmitAnswer.Rejected>(await World.Provider.Submit(World.Stranger, World.Good("T-6"), Ct));
        Assert.Equal(RejectionKind.NoRight, rejected.Kind);
        Assert.IsType<StatusAnswer.Unknown>(await World.Provider.Status(World.Stranger, index, Ct));
        Assert.IsType<ReceiptAnswer.NoRight>(await World.Provider.Download(World.Stranger, accepted.DownloadId, Ct));
        Assert.IsType<SearchAnswer.Denied>(await World.List.Search(World.Stranger, World.Now.AddDays(-1), World.Now, 1, Ct));
        Assert.IsType<FiscalCheck.NoRight>(await World.Provider.Test(World.Stranger, Ct));
    }
}
