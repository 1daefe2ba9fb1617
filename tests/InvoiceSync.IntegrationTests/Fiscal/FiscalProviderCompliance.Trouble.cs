using InvoiceSync.Fiscal;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The unhappy half: answers that get lost, doors that are closed. A provider without a line has none of it, and says so.</summary>
public abstract partial class FiscalProviderCompliance
{
    [Theory]
    [InlineData(Breakage.AnswerLostAfterWork)]
    [InlineData(Breakage.ErrorAfterWork)]
    public async Task A_document_made_without_an_answer_is_in_doubt_and_was_made_once(Breakage how)
    {
        if (!await Broken(how)) return;
        Assert.IsType<SubmitAnswer.InDoubt>(await World.Provider.Submit(World.Account, World.Good("L-1"), Ct));
        Assert.Equal(1, await World.Held());
        Assert.True(await World.Tells("L-1"));
        Assert.Equal(1, await World.Held());
    }

    [Theory]
    [InlineData(Breakage.ResetBeforeWork)]
    [InlineData(Breakage.WebPage)]
    public async Task A_document_that_never_got_in_is_in_doubt_too_and_asking_tells(Breakage how)
    {
        if (!await Broken(how)) return;
        Assert.IsType<SubmitAnswer.InDoubt>(await World.Provider.Submit(World.Account, World.Good("L-2"), Ct));
        Assert.False(await World.Tells("L-2"));
        Assert.Equal(0, await World.Held());
        await Received(World.Good("L-2"));
        Assert.Equal(1, await World.Held());
    }

    [Theory]
    [InlineData(Breakage.ResetBeforeWork)]
    [InlineData(Breakage.WebPage)]
    [InlineData(Breakage.ErrorAfterWork)]
    public async Task Questions_are_answered_unavailable_while_the_other_side_is_not_itself(Breakage how)
    {
        if (!await Broken(how)) return;
        Assert.IsType<StatusAnswer.Unavailable>(await World.Provider.Status(World.Account, World.SomeIndex, Ct));
        await World.Break(how);
        Assert.IsType<ReceiptAnswer.Unavailable>(await World.Provider.Download(World.Account, World.SomeIndex, Ct));
        await World.Break(how);
        Assert.IsType<FiscalCheck.Unavailable>(await World.Provider.Test(World.Account, Ct));
    }

    [Fact]
    public async Task Too_many_calls_are_told_as_such_and_nothing_is_made()
    {
        if (!await Broken(Breakage.TooMany)) return;
        Assert.IsType<SubmitAnswer.Limited>(await World.Provider.Submit(World.Account, World.Good("L-3"), Ct));
        Assert.Equal(0, await World.Held());
    }

    [Fact]
    public async Task A_bad_secret_is_denied_everywhere_and_reaches_nothing()
    {
        if (World.Provider.Secret is null) return;
        var account = World.Account with { AccessToken = "nobody's" };
        Assert.IsType<SubmitAnswer.Denied>(await World.Provider.Submit(account, World.Good("L-4"), Ct));
        Assert.IsType<StatusAnswer.Denied>(await World.Provider.Status(account, World.SomeIndex, Ct));
        Assert.IsType<ReceiptAnswer.Denied>(await World.Provider.Download(account, World.SomeIndex, Ct));
        Assert.IsType<FiscalCheck.Denied>(await World.Provider.Test(account, Ct));
        Assert.Equal(0, await World.Held());
    }

    // False where there is no line to break: then there must be no connection either.
    async Task<bool> Broken(Breakage how)
    {
        if (World.CanBreak) await World.Break(how);
        else Assert.Null(World.Provider.Secret);
        return World.CanBreak;
    }
}
