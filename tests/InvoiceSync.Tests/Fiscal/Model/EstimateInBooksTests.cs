using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Model;

/// <summary>One pro-forma on its way into a provider's books, made once.</summary>
public sealed class EstimateInBooksTests
{
    readonly EstimateInBooks there = new(Some.Id<EstimateId>(1), "smartbill");

    [Fact]
    public void Nothing_begins_without_the_series_and_nothing_begins_twice()
    {
        Assert.False(there.TryBegin("3", Some.Noon));
        Call();
        Assert.Equal((EstimateInBooksState.Calling, "3", Some.Noon), (there.State, there.Mark, there.CalledAt));
        Assert.False(there.TryBegin("4", Some.Noon));
        Assert.Equal("books.estimate_settled", Refusal(() => there.Claim("smartbill:PRX")));
        Assert.Equal("books.estimate_asked", Refusal(there.AskAgain));
    }

    [Fact]
    public void What_was_made_gives_the_series_back_and_is_not_asked_for_again()
    {
        Make();
        Assert.Equal((EstimateInBooksState.There, "PRF 0003", null, null), (there.State, there.Number, there.Gate, there.CalledAt));
        Assert.Equal("books.estimate_asked", Refusal(there.AskAgain));
        Assert.Equal("books.estimate_settled", Refusal(() => there.Made("PRF 0004")));
        Assert.Equal("books.estimate_settled", Refusal(() => there.Refuse("no")));
    }

    [Fact]
    public void What_was_proved_not_made_may_begin_again_with_a_time_of_its_own()
    {
        Call();
        there.NotMade("no route");
        Assert.Equal((EstimateInBooksState.Waits, "no route", null), (there.State, there.Why, there.CalledAt));
        Call();
    }

    [Fact]
    public void While_a_person_is_asked_others_have_the_series()
    {
        Call();
        there.AskPerson("PRF 3");
        Assert.Equal((EstimateInBooksState.Asks, "PRF 3", null), (there.State, there.Candidate, there.Gate));
        there.Made("PRF 0004");
        Assert.Null(there.Candidate);
    }

    [Fact]
    public void A_refused_one_waits_for_a_person_who_asks_again()
    {
        Call();
        there.Refuse("Cota TVA nu exista.");
        Assert.False(there.TryBegin("3", Some.Noon));
        there.AskAgain();
        Assert.Equal((EstimateInBooksState.Waits, null), (there.State, there.Why));
    }

    [Fact]
    public void It_is_cancelled_restored_and_deleted_and_a_deleted_one_may_be_made_again()
    {
        Assert.Equal("books.estimate_not_there", Refusal(() => there.BeginStep(BooksStep.Cancel, null)));
        Make();
        Assert.Equal("books.step_impossible", Refusal(() => there.BeginStep(BooksStep.Restore, null)));
        Do(BooksStep.Cancel);
        Assert.Equal("books.step_impossible", Refusal(() => there.BeginStep(BooksStep.Cancel, null)));
        Do(BooksStep.Restore);
        there.Read(["FCT 0001", "FCT 0002"], Some.Noon);
        Assert.Equal("FCT 0001, FCT 0002", there.InvoicedAs);
        Do(BooksStep.Delete, "smartbill:PRF");
        Assert.Equal((BooksStanding.Deleted, null, null, null), (there.Standing, there.Number, there.Gate, there.InvoicedAs));
        there.AskAgain();
        Assert.Equal((EstimateInBooksState.Waits, BooksStanding.Stands), (there.State, there.Standing));
    }

    [Fact]
    public void A_lost_answer_leaves_the_step_open_and_a_deletion_is_not_asked_for_twice()
    {
        Make();
        Assert.True(there.BeginStep(BooksStep.Cancel, null));
        Assert.False(there.BeginStep(BooksStep.Cancel, null));
        Assert.Equal("books.step_under_way", Refusal(() => there.BeginStep(BooksStep.Delete, "smartbill:PRF")));
        there.EndStep(isDone: false);
        Assert.Equal(BooksStanding.Stands, there.Standing);
        Assert.Equal("books.step_settled", Refusal(() => there.EndStep(isDone: true)));
        there.BeginStep(BooksStep.Delete, "smartbill:PRF");
        Assert.Equal("books.step_under_way", Refusal(() => there.BeginStep(BooksStep.Delete, "smartbill:PRF")));
    }

    void Call()
    {
        there.Claim("smartbill:PRF");
        Assert.True(there.TryBegin("3", Some.Noon));
    }

    void Make()
    {
        Call();
        there.Made("PRF 0003");
    }

    void Do(BooksStep step, string? gate = null)
    {
        there.BeginStep(step, gate);
        there.EndStep(isDone: true);
    }

    static string Refusal(Action act) => Assert.Throws<RuleBrokenException>(act).Error.Code;
}
