using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Model;

/// <summary>What a person does to a document in the provider's books after it was made there.</summary>
public sealed class FilingBooksTests
{
    readonly Filing filing = new(Some.Id<FilingId>(1), Some.Id<InvoiceId>(2), "smartbill", Some.Noon, Some.Noon);

    public FilingBooksTests()
    {
        filing.TryBeginSending("a", Some.Noon);
        filing.Received("FCT 0007", Some.Noon, isNumber: true);
        filing.Accepted("FCT 0007", Some.Noon);
    }

    [Fact]
    public void A_cancelled_one_is_restored_or_let_go_of_and_a_standing_one_is_neither()
    {
        Assert.False(filing.TryStop(Some.Noon));
        Assert.Equal("books.step_impossible", Refusal(() => filing.BeginStep(BooksStep.Restore, null, Some.Noon)));
        Do(BooksStep.Cancel);
        Assert.Contains(filing.Raised, e => e is FilingWithdrawn);
        Do(BooksStep.Restore);
        Assert.Equal(BooksStanding.Stands, filing.Standing);
        Assert.False(filing.TryStop(Some.Noon));
        Do(BooksStep.Cancel);
        Assert.True(filing.TryStop(Some.Noon));
        Assert.Equal(FilingState.Stopped, filing.State);
    }

    [Fact]
    public void A_deleted_one_gives_its_number_back()
    {
        Do(BooksStep.Delete, "smartbill:FCT");
        Assert.Equal((BooksStanding.Deleted, null, null), (filing.Standing, filing.LegalNumber, filing.Latest.Gate));
        Assert.Equal("books.not_there", Refusal(() => filing.BeginStep(BooksStep.Cancel, null, Some.Noon)));
        Assert.True(filing.TryStop(Some.Noon));
    }

    [Fact]
    public void While_nobody_knows_what_came_of_one_step_no_other_begins_and_the_invoice_is_not_let_go_of()
    {
        Assert.True(filing.BeginStep(BooksStep.Cancel, null, Some.Noon));
        Assert.False(filing.BeginStep(BooksStep.Cancel, null, Some.Noon));
        Assert.Equal("books.step_under_way", Refusal(() => filing.BeginStep(BooksStep.Delete, null, Some.Noon)));
        Assert.False(filing.TryStop(Some.Noon));
        filing.EndStep(isDone: false, Some.Noon);
        Assert.Equal((BooksStanding.Stands, null), (filing.Standing, filing.UnderWay));
        Assert.Equal("books.step_settled", Refusal(() => filing.EndStep(true, Some.Noon)));
    }

    [Fact]
    public void A_deletion_nobody_knows_the_end_of_is_not_asked_for_twice()
    {
        Assert.True(filing.BeginStep(BooksStep.Delete, "smartbill:FCT", Some.Noon));
        Assert.Equal("books.step_under_way", Refusal(() => filing.BeginStep(BooksStep.Delete, "smartbill:FCT", Some.Noon)));
        Assert.Equal((BooksStep.Delete, "smartbill:FCT"), (filing.UnderWay, filing.Latest.Gate));
        filing.EndStep(isDone: false, Some.Noon);
        Assert.True(filing.BeginStep(BooksStep.Delete, "smartbill:FCT", Some.Noon));
    }

    void Do(BooksStep step, string? gate = null)
    {
        Assert.True(filing.BeginStep(step, gate, Some.Noon));
        filing.EndStep(isDone: true, Some.Noon);
    }

    static string Refusal(Action act) => Assert.Throws<RuleBrokenException>(act).Error.Code;
}
