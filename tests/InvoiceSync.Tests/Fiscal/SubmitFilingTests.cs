using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

public sealed class SubmitFilingTests
{
    readonly FakeFiscal anaf = new(FilingState.Intended);

    public static TheoryData<SubmitAnswer> Answers =>
    [
        new SubmitAnswer.Received("5001", Some.Noon), new SubmitAnswer.InDoubt("time-out"), new SubmitAnswer.NotSent("refused"),
        new SubmitAnswer.Limited(null), new SubmitAnswer.Rejected(RejectionKind.FixData, ["BR-CO-15"]), new SubmitAnswer.Denied("no token"),
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task What_is_sent_is_written_down_before_and_its_answer_after(SubmitAnswer answer)
    {
        anaf.Submits = answer;
        await Submit();
        Assert.Equal(["submit"], anaf.Calls);
        var order = anaf.Dispatcher.Heard.Where(m => m is BeginSending or RecordSubmission).ToList();
        Assert.IsType<BeginSending>(order[0]);
        Assert.Equal(answer, Assert.IsType<RecordSubmission>(order[1]).Answer);
    }

    [Theory]
    [InlineData(FilingState.Sent)]
    [InlineData(FilingState.Unknown)]
    [InlineData(FilingState.Accepted)]
    [InlineData(FilingState.Refused)]
    public async Task What_is_not_intended_is_never_sent(FilingState state)
    {
        anaf.Work = anaf.Work with { State = state };
        await Submit();
        Assert.Empty(anaf.Calls);
    }

    [Fact]
    public async Task Where_a_call_may_have_been_made_before_none_is_made()
    {
        anaf.MayBegin = false;
        await Submit();
        Assert.Empty(anaf.Calls);
        Assert.Empty(anaf.Dispatcher.Sent<RecordSubmission>());
    }

    [Theory]
    [InlineData("DE", true)]
    [InlineData("RO", false)]
    public async Task Whether_it_goes_as_to_a_buyer_abroad_is_written_down_with_the_attempt(string country, bool foreign)
    {
        var buyer = anaf.Document.Buyer;
        if (foreign) anaf.Document = anaf.Document with { Buyer = buyer with { VatId = "DE136695976", Address = buyer.Address with { Country = country, County = null } } };
        await Submit();
        Assert.Equal(foreign, Assert.Single(anaf.Dispatcher.Sent<BeginSending>()).Foreign);
    }

    [Fact]
    public async Task What_is_held_is_not_sent_whoever_wakes_it_and_comes_back_when_its_hours_are_over()
    {
        anaf.Work = anaf.Work with { HeldUntil = anaf.Clock.GetUtcNow().AddHours(5) };
        await Submit();
        Assert.Empty(anaf.Calls);
        var waits = Assert.Single(anaf.Dispatcher.Sent<NoteFilingWaits>());
        Assert.Equal(anaf.Work.HeldUntil, waits.NextAt);
        Assert.Null(waits.Why);
        Assert.IsType<SubmitFiling>(waits.Next);

        anaf.Clock.Pass(TimeSpan.FromHours(5));
        await Submit();
        Assert.Equal(["submit"], anaf.Calls);
    }

    [Fact]
    public async Task What_our_own_rules_refuse_is_never_sent_and_says_why()
    {
        anaf.Document = anaf.Document with { Number = "none" };
        await Submit();
        Assert.Empty(anaf.Calls);
        Assert.Equal("BR-RO-010", Assert.Single(Assert.Single(anaf.Dispatcher.Sent<RefuseFiling>()).Problems).Rule);
    }

    [Fact]
    public async Task What_may_have_been_sent_is_never_refused_by_todays_rules()
    {
        anaf.Document = anaf.Document with { Number = "none" };
        anaf.Work = anaf.Work with { MayBeSent = true };
        anaf.MayBegin = false;
        await Submit();
        Assert.Empty(anaf.Dispatcher.Sent<RefuseFiling>());
        Assert.Single(anaf.Dispatcher.Heard.OfType<BeginSending>());
    }

    [Fact]
    public async Task Without_a_token_it_waits_and_says_so()
    {
        anaf.Secrets.Remove("access_token");
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(Submit)).Error.Kind);
        Assert.Contains("Connect ANAF", Assert.Single(anaf.Dispatcher.Sent<NoteFilingWaits>()).Why, StringComparison.Ordinal);
        Assert.Empty(anaf.Calls);
    }

    [Fact]
    public async Task A_refused_token_is_shown_to_a_person()
    {
        anaf.Submits = new SubmitAnswer.Denied("The token ended.");
        await Submit();
        Assert.Equal("The token ended.", Assert.Single(anaf.Dispatcher.Sent<NoteConnection>()).NeedsAttention);
    }

    Task Submit() => new SubmitFiling.Handler(anaf.Dispatcher, anaf.Door, anaf.Who, anaf.Pace, UblSchemas.None, anaf.Clock).Handle(new(FakeFiscal.Filing), TestContext.Current.CancellationToken);
}
