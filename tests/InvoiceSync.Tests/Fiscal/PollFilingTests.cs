using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

public sealed class PollFilingTests
{
    readonly FakeFiscal anaf = new(FilingState.Sent);

    [Fact]
    public async Task An_accepted_one_is_accepted()
    {
        anaf.Says = new StatusAnswer.Accepted("3001");
        await Poll();
        Assert.Equal("3001", Assert.Single(anaf.Dispatcher.Sent<AcceptFiling>()).DownloadId);
    }

    [Fact]
    public async Task A_refused_one_is_explained_from_its_archive()
    {
        (anaf.Says, anaf.Gives) = (new StatusAnswer.Refused("3001"), Zip(["E: validari globale eroare regula: BR-CO-15: text"], null));
        await Poll();
        var refused = Assert.Single(anaf.Dispatcher.Sent<RefuseFiling>());
        Assert.Equal(("BR-CO-15", 3), (Assert.Single(refused.Problems).Rule, refused.Zip!.Length));
    }

    [Fact]
    public async Task A_refused_one_whose_archive_is_late_waits_for_it()
    {
        anaf.Says = new StatusAnswer.Refused("3001");
        await Poll();
        Assert.Empty(anaf.Dispatcher.Sent<RefuseFiling>());
        Assert.IsType<PollFiling>(Assert.Single(anaf.Dispatcher.Sent<NoteFilingWaits>()).Next);
    }

    [Fact]
    public async Task A_refused_one_whose_archive_is_gone_is_refused_without_it_and_not_asked_about_for_ever()
    {
        (anaf.Says, anaf.Gives) = (new StatusAnswer.Refused("3001"), new ReceiptAnswer.Expired("Fisierul nu mai poate fi descarcat"));
        await Poll();
        Assert.Contains("nu mai poate", Assert.Single(Assert.Single(anaf.Dispatcher.Sent<RefuseFiling>()).Problems).Original, StringComparison.Ordinal);
        Assert.Empty(anaf.Dispatcher.Sent<NoteFilingWaits>());
    }

    [Fact]
    public async Task A_duplicate_is_followed_under_its_first_index()
    {
        (anaf.Says, anaf.Gives) = (new StatusAnswer.Refused("3001"), Zip(["duplicate"], "4001"));
        await Poll();
        Assert.Equal("4001", Assert.Single(anaf.Dispatcher.Sent<AdoptFiling>()).Index);
        Assert.Empty(anaf.Dispatcher.Sent<RefuseFiling>());
    }

    [Fact]
    public async Task A_duplicate_of_itself_is_refused_and_not_followed_for_ever()
    {
        (anaf.Says, anaf.Gives) = (new StatusAnswer.Refused("3001"), Zip(["duplicate"], "5001"));
        await Poll();
        Assert.Empty(anaf.Dispatcher.Sent<AdoptFiling>());
        Assert.Single(anaf.Dispatcher.Sent<RefuseFiling>());
    }

    [Fact]
    public async Task What_was_not_taken_in_is_refused()
    {
        anaf.Says = new StatusAnswer.NotTakenIn();
        await Poll();
        Assert.Single(anaf.Dispatcher.Sent<RefuseFiling>());
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(3, null)]
    [InlineData(4, "down")]
    public async Task A_few_silent_tries_are_nothing_to_read_about(int asked, string? why)
    {
        (anaf.Work, anaf.Says) = (anaf.Work with { Asked = asked }, new StatusAnswer.Unavailable("down"));
        await Poll();
        Assert.Equal(why, Assert.Single(anaf.Dispatcher.Sent<NoteFilingWaits>()).Why);
    }

    [Fact]
    public async Task When_the_questions_of_the_day_are_used_up_it_waits_for_hours()
    {
        anaf.Says = new StatusAnswer.Limited(FiscalLimit.Day, null);
        await Poll();
        Assert.Equal(Some.Noon.AddHours(6), Assert.Single(anaf.Dispatcher.Sent<NoteFilingWaits>()).NextAt);
    }

    [Theory]
    [InlineData(FilingState.Intended)]
    [InlineData(FilingState.Unknown)]
    [InlineData(FilingState.Accepted)]
    [InlineData(FilingState.Refused)]
    public async Task What_is_not_with_the_authority_is_not_asked_about(FilingState state)
    {
        anaf.Work = anaf.Work with { State = state };
        await Poll();
        Assert.Empty(anaf.Calls);
    }

    static ReceiptAnswer.Zip Zip(IReadOnlyList<string> errors, string? duplicateOf) =>
        new(new byte[] { 1, 2, 3 }, ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, errors, duplicateOf);

    Task Poll() => new PollFiling.Handler(anaf.Dispatcher, anaf.Door, anaf.Who, anaf.Pace, anaf.Clock).Handle(new(FakeFiscal.Filing), TestContext.Current.CancellationToken);
}
