using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Reactions;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Reactions;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Kernel;

/// <summary>What follows from what: each reaction sends one message, and its refusal is a failure that is retried.</summary>
public sealed class ReactionsTests
{
    static readonly InvoiceId Invoice = Some.Id<InvoiceId>(1);
    static readonly SaleId Sale = Some.Id<SaleId>(2);

    [Fact]
    public Task A_complete_sale_is_invoiced() => Follows(new SaleReady(Sale), d => new InvoiceTheSale(d), new InvoiceSale(Sale));

    [Fact]
    public Task An_issued_invoice_is_filed() => Follows(new InvoiceIssued(Invoice), d => new FileTheInvoice(d), new FileInvoice(Invoice));

    [Fact]
    public async Task An_accepted_filing_seals_its_invoice_and_the_books_are_told_what_was_paid()
    {
        var dispatcher = new FakeDispatcher().On<SealInvoice>().On<QueueTelling>();
        await new SealTheInvoice(dispatcher).Handle(new(Invoice), TestContext.Current.CancellationToken);
        Assert.Equal((Invoice, Invoice), (Assert.Single(dispatcher.Sent<SealInvoice>()).Invoice, Assert.Single(dispatcher.Sent<QueueTelling>()).Invoice));

        dispatcher.On<SealInvoice, Done>(_ => Error.Unavailable("thing.away", "Away."));
        Assert.Equal("thing.away", (await Assert.ThrowsAsync<RuleBrokenException>(() => new SealTheInvoice(dispatcher).Handle(new(Invoice), TestContext.Current.CancellationToken))).Error.Code);
    }

    [Fact]
    public Task A_filing_that_moved_is_shown_on_its_sale() => Follows(new FilingMoved(Invoice), d => new ShowFilingOnSale(d), new ShowFiling(Invoice));

    [Theory]
    [InlineData(ApprovalKind.CreditNote, true, 1)]
    [InlineData(ApprovalKind.CreditNote, false, 0)]
    [InlineData(ApprovalKind.Invoice, true, 0)]
    public async Task An_approved_credit_note_has_what_its_source_gave_back_counted(ApprovalKind kind, bool given, int counts)
    {
        var key = new SourceKey(SaleKind.Invoice, "in_1");
        var dispatcher = new FakeDispatcher().On<FindReturned, SourceKey?>(asked => asked.Note == Invoice && given ? key : default(SourceKey?)).On<CreditReturns>();
        await new CountApprovedCredit(dispatcher).Handle(new(Some.Id<ApprovalId>(3), kind, Invoice.ToString()), TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Repeat(new CreditReturns(key), counts), dispatcher.Sent<CreditReturns>());
    }

    static async Task Follows<TEvent, T>(TEvent happened, Func<IDispatcher, IOn<TEvent>> reaction, ICommand<T> expected) where TEvent : Event
    {
        var ct = TestContext.Current.CancellationToken;
        var dispatcher = new OneAnswer<T>(default!);
        await reaction(dispatcher).Handle(happened, ct);
        Assert.Equal(expected, Assert.Single(dispatcher.Heard));

        var refusing = new OneAnswer<T>(Error.Unavailable("thing.away", "Away."));
        Assert.Equal("thing.away", (await Assert.ThrowsAsync<RuleBrokenException>(() => reaction(refusing).Handle(happened, ct))).Error.Code);
    }

    sealed class OneAnswer<T>(Result<T> answer) : IDispatcher
    {
        public List<object> Heard { get; } = [];

        public Task<Result<TAsked>> Send<TAsked>(ICommand<TAsked> command, CancellationToken ct = default)
        {
            Heard.Add(command);
            return Task.FromResult((Result<TAsked>)(object)answer);
        }

        public Task<Result<TAsked>> Ask<TAsked>(IQuery<TAsked> query, CancellationToken ct = default) => throw new InvalidOperationException($"Nobody expected {query}.");
    }
}
