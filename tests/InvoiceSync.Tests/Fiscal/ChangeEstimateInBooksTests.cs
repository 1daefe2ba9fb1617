using System.Text;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

/// <summary>What a person does to a pro-forma that is in a provider's books.</summary>
public sealed class ChangeEstimateInBooksTests
{
    static readonly EstimateId Id = Some.Id<EstimateId>(3);

    readonly FakeFiscal fiscal = new(FilingState.Accepted);
    GetEstimateInBooks.View? there = new(EstimateInBooksState.There, "PRF 0003", null) { Provider = "smartbill" };
    bool isFirst = true;

    public ChangeEstimateInBooksTests() => fiscal.Dispatcher
        .On<GetEstimateInBooks, GetEstimateInBooks.View?>(_ => there)
        .On<BeginEstimateStep, bool>(_ => isFirst)
        .On<EndEstimateStep>().On<KeepEstimateRead>();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BooksStep.Cancel, null)]
    [InlineData(BooksStep.Restore, null)]
    [InlineData(BooksStep.Delete, "smartbill:PRF")]
    public async Task A_step_is_written_down_made_and_recorded_and_only_deleting_takes_the_series(BooksStep step, string? gate)
    {
        await Change(step);
        Assert.Equal(gate, Assert.Single(fiscal.Dispatcher.Sent<BeginEstimateStep>()).Gate);
        Assert.Equal([$"{step} estimate PRF 0003"], fiscal.Books.Calls);
        Assert.True(Assert.Single(fiscal.Dispatcher.Sent<EndEstimateStep>()).IsDone);
    }

    [Fact]
    public async Task A_lost_answer_stays_open_for_a_person()
    {
        fiscal.Books.Changes = new BooksChange.InDoubt("time-out");
        Assert.Equal(BooksErrors.Unsure, await Refusal(() => Change(BooksStep.Cancel)));
        Assert.Empty(fiscal.Dispatcher.Sent<EndEstimateStep>());
    }

    [Fact]
    public async Task A_refusal_is_told_and_after_a_lost_answer_it_decides_nothing()
    {
        fiscal.Books.Changes = new BooksChange.Refused("Doar ultimul document poate fi sters.");
        Assert.Equal("Doar ultimul document poate fi sters.", (await Refusal(() => Change(BooksStep.Delete))).Message);
        Assert.False(Assert.Single(fiscal.Dispatcher.Sent<EndEstimateStep>()).IsDone);
        isFirst = false;
        await Refusal(() => Change(BooksStep.Cancel));
        Assert.Single(fiscal.Dispatcher.Sent<EndEstimateStep>());
    }

    [Fact]
    public async Task What_is_not_there_is_neither_changed_nor_read_nor_printed()
    {
        foreach (var view in (GetEstimateInBooks.View?[])[null, new(null, null, null), there! with { State = EstimateInBooksState.Calling, Number = null }])
        {
            there = view;
            Assert.Equal(BooksErrors.EstimateNotThere, await Refusal(() => Change(BooksStep.Cancel)));
            Assert.Equal(BooksErrors.EstimateNotThere, await Refusal(Read));
            Assert.Equal(BooksErrors.EstimateNotThere, await Refusal(Print));
        }

        Assert.Empty(fiscal.Books.Calls);
    }

    [Fact]
    public async Task What_was_made_of_it_there_is_kept_and_an_answer_that_is_none_is_told()
    {
        fiscal.Books.Invoiced = new BooksAnswer<IReadOnlyList<string>>.Found(["FCT 0009"]);
        await Read();
        Assert.Equal(["FCT 0009"], Assert.Single(fiscal.Dispatcher.Sent<KeepEstimateRead>()).Invoices);
        fiscal.Books.Invoiced = new BooksAnswer<IReadOnlyList<string>>.Refused("Proforma nu a fost gasita.");
        Assert.Equal("Proforma nu a fost gasita.", (await Refusal(Read)).Message);
        fiscal.Books.Invoiced = new BooksAnswer<IReadOnlyList<string>>.Limited(null);
        Assert.Equal(ErrorKind.Unavailable, (await Refusal(Read)).Kind);
        Assert.Single(fiscal.Dispatcher.Sent<KeepEstimateRead>());
    }

    [Fact]
    public async Task Its_PDF_is_that_of_the_books_under_its_number_there()
    {
        var paper = await Printer.Handle(new(Id), Ct);
        Assert.Equal(("PRF-0003.pdf", "%PDF"), (paper.Name, Encoding.ASCII.GetString(paper.Pdf)));
        fiscal.Books.Gives = new ReceiptAnswer.NotFound("Documentul nu a fost gasit.");
        Assert.Equal("Documentul nu a fost gasit.", (await Refusal(Print)).Message);
    }

    PrintEstimateInBooks.Handler Printer => new(fiscal.Dispatcher, fiscal.Door, fiscal.Who);

    Task Change(BooksStep step) => new ChangeEstimateInBooks.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who).Handle(new(Id, step), Ct);

    Task Read() => new ReadEstimateInBooks.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who).Handle(new(Id), Ct);

    Task Print() => Printer.Handle(new(Id), Ct);

    static async Task<Error> Refusal(Func<Task> act) => (await Assert.ThrowsAsync<RuleBrokenException>(act)).Error;
}
