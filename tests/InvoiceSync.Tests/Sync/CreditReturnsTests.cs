using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

/// <summary>What a source gave back is taken back of the invoice, once each, and what cannot be is told.</summary>
public sealed class CreditReturnsTests
{
    static readonly SourceKey Key = new(SaleKind.Invoice, "in_1");
    static readonly SaleId Sale = Some.Id<SaleId>(1);
    static readonly InvoiceId Invoice = Some.Id<InvoiceId>(2);

    readonly FakeSales stripe = new();
    readonly List<GetCreditLeft.Note> written = [];

    public CreditReturnsTests() => stripe.Dispatcher
        .Tell<GetReturns, GetReturns.View?>(new(Sale, Invoice, [new("cn_1", "A-1-CN-01", 10, null, Some.Noon), new("cn_2", null, 5, " Produs  returnat ", Some.Noon), new("re_1", null, 2, null, Some.Noon)]))
        .On<GetCreditLeft, GetCreditLeft.View>(_ => new GetCreditLeft.View(new(83, Currency.Ron), [], written, []))
        .On<CreditInvoice, InvoiceId>(asked => asked.Note).On<NoteReturns>();

    [Fact]
    public async Task Each_return_is_a_document_with_its_amount_and_a_reason()
    {
        await Credit();
        Assert.Equal(
            [(Invoice, 10m, "Notă de creditare Stripe A-1-CN-01"), (Invoice, 5m, "Produs returnat"), (Invoice, 2m, "Rambursare")],
            stripe.Dispatcher.Sent<CreditInvoice>().Select(c => (c.Invoice, c.Asked.Amount!.Value, c.Asked.Reason)));
        Assert.Equal(new NoteReturns(Sale, 17, null), Assert.Single(stripe.Dispatcher.Sent<NoteReturns>()));
    }

    [Fact]
    public async Task Asked_again_a_return_has_the_same_document_and_no_two_have_one()
    {
        await Credit();
        await Credit();
        var notes = stripe.Dispatcher.Sent<CreditInvoice>().Select(c => c.Note).ToList();
        Assert.Equal(notes[..3], notes[3..]);
        Assert.Equal(3, notes.Distinct().Count());
        Assert.All(notes, note => Assert.Equal(7, note.Value.Version));
    }

    [Fact]
    public async Task What_cannot_be_taken_back_is_told_and_the_rest_goes_on()
    {
        stripe.Dispatcher.On<CreditInvoice, InvoiceId>(asked => asked.Asked.Amount == 10 ? Error.Refused("credit.more_than_left", "More than is left.") : asked.Note);
        await Credit();
        Assert.Equal(new NoteReturns(Sale, 7, "More than is left."), Assert.Single(stripe.Dispatcher.Sent<NoteReturns>()));
    }

    [Fact]
    public async Task What_waits_for_approval_is_not_credited_yet()
    {
        stripe.Dispatcher.On<CreditInvoice, InvoiceId>(_ => Error.Refused("credit.waits", "Waits."));
        await Credit();
        Assert.Equal(new NoteReturns(Sale, 0, "Waits."), Assert.Single(stripe.Dispatcher.Sent<NoteReturns>()));
    }

    [Theory]
    [InlineData(17, 17, false)]
    [InlineData(50, 17, false)]
    [InlineData(10, 10, true)]
    public async Task Where_a_person_wrote_a_credit_note_none_is_written_by_itself(decimal byHand, decimal credited, bool tells)
    {
        written.Add(new(Some.Id<InvoiceId>(9), "CN-1", new(2026, 11, 20), new(-byHand, Currency.Ron)));
        await Credit();
        Assert.Empty(stripe.Dispatcher.Sent<CreditInvoice>());
        var noted = Assert.Single(stripe.Dispatcher.Sent<NoteReturns>());
        Assert.Equal((credited, tells), (noted.Credited, noted.Trouble is not null));
    }

    [Fact]
    public async Task What_was_credited_by_itself_before_is_no_note_by_hand()
    {
        await Credit();
        written.AddRange(stripe.Dispatcher.Sent<CreditInvoice>().Select(c => new GetCreditLeft.Note(c.Note, "CN", new(2026, 11, 20), new(-c.Asked.Amount!.Value, Currency.Ron))));
        await Credit();
        Assert.Equal(6, stripe.Dispatcher.Sent<CreditInvoice>().Count());
    }

    [Fact]
    public async Task A_conflict_is_tried_again_later()
    {
        stripe.Dispatcher.On<CreditInvoice, InvoiceId>(_ => Error.Conflict("row.changed", "Changed."));
        Assert.Equal(ErrorKind.Conflict, (await Assert.ThrowsAsync<RuleBrokenException>(Credit)).Error.Kind);
        Assert.Empty(stripe.Dispatcher.Sent<NoteReturns>());
    }

    [Fact]
    public async Task Without_an_invoice_or_returns_nothing_is_done()
    {
        stripe.Dispatcher.Tell<GetReturns, GetReturns.View?>(null);
        await Credit();
        Assert.Empty(stripe.Dispatcher.Sent<CreditInvoice>());
    }

    Task Credit() => new CreditReturns.Handler(stripe.Dispatcher, stripe.Dispatcher.Scoped(), stripe.Who).Handle(new(Key), TestContext.Current.CancellationToken);
}
