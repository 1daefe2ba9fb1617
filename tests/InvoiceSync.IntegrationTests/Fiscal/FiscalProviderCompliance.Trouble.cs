using InvoiceSync.Fiscal;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The unhappy half: lost answers, no rights, an authority that is not itself.</summary>
public abstract partial class FiscalProviderCompliance
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
    public async Task A_document_that_never_got_in_is_in_doubt_too_and_asking_finds_nothing(Breakage how)
    {
        await World.Break(how);
        Assert.IsType<SubmitAnswer.InDoubt>(await World.Provider.Submit(World.Account, World.Good("T-2"), Ct));
        World.Pass(AWhile);
        Assert.Empty(await Messages());
        await Received(World.Good("T-2"));
    }

    [Theory]
    [InlineData(Breakage.ResetBeforeWork)]
    [InlineData(Breakage.WebPage)]
    [InlineData(Breakage.ErrorAfterWork)]
    public async Task Questions_answer_unavailable_while_the_authority_is_not_itself(Breakage how)
    {
        await World.Break(how);
        Assert.IsType<StatusAnswer.Unavailable>(await World.Provider.Status(World.Account, "1", Ct));
        await World.Break(how);
        Assert.IsType<SearchAnswer.Unavailable>(await World.Provider.Search(World.Account, World.Now.AddDays(-1), World.Now, 1, Ct));
        await World.Break(how);
        Assert.IsType<ReceiptAnswer.Unavailable>(await World.Provider.Download(World.Account, "1", Ct));
        await World.Break(how);
        Assert.IsType<FiscalCheck.Unavailable>(await World.Provider.Test(World.Account, Ct));
    }

    [Fact]
    public async Task Too_many_calls_are_told_as_such()
    {
        await World.Break(Breakage.TooMany);
        Assert.IsType<SubmitAnswer.Limited>(await World.Provider.Submit(World.Account, World.Good("T-3"), Ct));
        await World.Break(Breakage.TooMany);
        Assert.Equal(FiscalLimit.Minute, Assert.IsType<StatusAnswer.Limited>(await World.Provider.Status(World.Account, "1", Ct)).Per);
    }

    [Fact]
    public async Task A_bad_token_is_denied_everywhere()
    {
        var account = World.Account with { AccessToken = "nobody's" };
        Assert.IsType<SubmitAnswer.Denied>(await World.Provider.Submit(account, World.Good("T-4"), Ct));
        Assert.IsType<StatusAnswer.Denied>(await World.Provider.Status(account, "1", Ct));
        Assert.IsType<SearchAnswer.Denied>(await World.Provider.Search(account, World.Now.AddDays(-1), World.Now, 1, Ct));
        Assert.IsType<ReceiptAnswer.Denied>(await World.Provider.Download(account, "1", Ct));
        Assert.IsType<FiscalCheck.Denied>(await World.Provider.Test(account, Ct));
    }

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
        Assert.IsType<SearchAnswer.Denied>(await World.Provider.Search(World.Stranger, World.Now.AddDays(-1), World.Now, 1, Ct));
        Assert.IsType<FiscalCheck.NoRight>(await World.Provider.Test(World.Stranger, Ct));
    }

    [Fact]
    public async Task The_connection_test_passes_for_a_good_account() =>
        Assert.IsType<FiscalCheck.Works>(await World.Provider.Test(World.Account, Ct));

    [Fact]
    public async Task Only_the_callers_own_cancellation_is_thrown()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => World.Provider.Submit(World.Account, World.Good("T-7"), cancelled.Token));
    }
}
