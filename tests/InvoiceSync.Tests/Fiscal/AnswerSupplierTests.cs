using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

public sealed class AnswerSupplierTests
{
    static readonly MailboxMessageId Id = Some.Id<MailboxMessageId>(9);

    readonly FakeFiscal anaf = new(FilingState.Accepted);

    public AnswerSupplierTests() => anaf.Dispatcher
        .Tell<GetMessageWork, GetMessageWork.View>(new(Id, Test: false, "3009", "5009", FiscalMessageKind.Received, MailboxState.Kept, IsOurs: false))
        .On<BeginAnswer, int>(_ => 1)
        .On<RecordAnswer, AnswerState>(_ => AnswerState.Sent);

    [Fact]
    public async Task It_is_written_down_sent_under_the_invoices_index_and_its_outcome_kept()
    {
        await Answer();
        Assert.Equal("answer 5009 Adresa e gresita.", Assert.Single(anaf.Calls));
        Assert.IsType<SubmitAnswer.Received>(Assert.Single(anaf.Dispatcher.Sent<RecordAnswer>()).Outcome);
    }

    [Fact]
    public async Task What_may_not_begin_is_not_sent()
    {
        anaf.Dispatcher.On<BeginAnswer, int>(_ => Error.Conflict("message.answer_pending", "Wait."));
        await Assert.ThrowsAsync<RuleBrokenException>(Answer);
        Assert.Empty(anaf.Calls);
    }

    public static TheoryData<SubmitAnswer, AnswerState> Outcomes => new()
    {
        { new SubmitAnswer.Received("6001", Some.Noon), AnswerState.Sent },
        { new SubmitAnswer.InDoubt("time-out"), AnswerState.Unknown },
        { new SubmitAnswer.NotSent("no host"), AnswerState.Refused },
        { new SubmitAnswer.Rejected(RejectionKind.DailyLimit, ["S-au incarcat deja 1000"]), AnswerState.Refused },
        { new SubmitAnswer.Denied("401"), AnswerState.Refused },
        { new SubmitAnswer.Limited(null), AnswerState.Refused },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Only_a_doubt_holds_back_the_next_one_and_for_a_day(SubmitAnswer outcome, AnswerState state)
    {
        var answer = new SupplierAnswer { MessageId = Id, Number = 1, Text = "x", Actor = "a", At = Some.Noon };
        Assert.True(answer.IsOpen(Some.Noon));
        answer.Settle(outcome);
        Assert.Equal((state, state == AnswerState.Unknown, false), (answer.State, answer.IsOpen(Some.Noon.AddHours(23)), answer.IsOpen(Some.Noon.AddHours(24))));
    }

    Task Answer() => new AnswerSupplier.Handler(anaf.Dispatcher, anaf.Door, anaf.Mailbox, anaf.Who).Handle(new(Id, " Adresa e gresita. "), TestContext.Current.CancellationToken);
}
