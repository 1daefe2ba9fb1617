using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

public sealed class ChangeInBooksTests
{
    readonly FakeFiscal fiscal = new(FilingState.Accepted);
    bool isFirst = true;
    string? number = "FCT 0007";

    public ChangeInBooksTests() => fiscal.Dispatcher
        .On<GetFiling, GetFiling.View?>(_ => new GetFiling.View(FakeFiscal.Filing, "smartbill", FilingState.Accepted, Some.Noon, null, null, []) { LegalNumber = number })
        .On<BeginBooksStep, bool>(_ => isFirst)
        .On<EndBooksStep>();

    [Theory]
    [InlineData(BooksStep.Cancel, null)]
    [InlineData(BooksStep.Restore, null)]
    [InlineData(BooksStep.Delete, "smartbill:FCT")]
    public async Task A_step_is_written_down_made_and_recorded_and_only_deleting_takes_the_series(BooksStep step, string? gate)
    {
        await Change(step);
        Assert.Equal(gate, Assert.Single(fiscal.Dispatcher.Sent<BeginBooksStep>()).Gate);
        Assert.Equal([$"{step} FCT 0007"], fiscal.Books.Calls);
        Assert.True(Assert.Single(fiscal.Dispatcher.Sent<EndBooksStep>()).IsDone);
    }

    [Fact]
    public async Task A_lost_answer_stays_open_for_a_person()
    {
        fiscal.Books.Changes = new BooksChange.InDoubt("time-out");
        Assert.Equal(BooksErrors.Unsure, (await Assert.ThrowsAsync<RuleBrokenException>(() => Change(BooksStep.Cancel))).Error);
        Assert.Empty(fiscal.Dispatcher.Sent<EndBooksStep>());
    }

    [Fact]
    public async Task A_refusal_is_told_and_after_a_lost_answer_it_decides_nothing()
    {
        fiscal.Books.Changes = new BooksChange.Refused("Doar ultimul document poate fi sters.");
        var refused = (await Assert.ThrowsAsync<RuleBrokenException>(() => Change(BooksStep.Delete))).Error;
        Assert.Equal(("books.step_refused", "Doar ultimul document poate fi sters."), (refused.Code, refused.Message));
        Assert.False(Assert.Single(fiscal.Dispatcher.Sent<EndBooksStep>()).IsDone);

        isFirst = false;
        await Assert.ThrowsAsync<RuleBrokenException>(() => Change(BooksStep.Delete));
        Assert.Single(fiscal.Dispatcher.Sent<EndBooksStep>());
    }

    [Fact]
    public async Task What_was_not_sent_changed_nothing()
    {
        fiscal.Books.Changes = new BooksChange.Limited(null);
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(() => Change(BooksStep.Cancel))).Error.Kind);
        Assert.False(Assert.Single(fiscal.Dispatcher.Sent<EndBooksStep>()).IsDone);
    }

    [Fact]
    public async Task A_draft_is_written_of_what_has_no_number_yet()
    {
        Assert.Equal(BooksErrors.StepImpossible, (await Assert.ThrowsAsync<RuleBrokenException>(Draft)).Error);
        number = null;
        await Draft();
        Assert.Equal([$"draft {fiscal.Document.Number}"], fiscal.Books.Calls);
        fiscal.Books.Changes = new BooksChange.Refused("Cota TVA nu exista.");
        Assert.Equal("Cota TVA nu exista.", (await Assert.ThrowsAsync<RuleBrokenException>(Draft)).Error.Message);

        Task Draft() => new DraftInBooks.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who).Handle(new(FakeFiscal.Invoice), TestContext.Current.CancellationToken);
    }

    Task Change(BooksStep step) => new ChangeInBooks.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who).Handle(new(FakeFiscal.Invoice, step, "typed twice"), TestContext.Current.CancellationToken);
}
