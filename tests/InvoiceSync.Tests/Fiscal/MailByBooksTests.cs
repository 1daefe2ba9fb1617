using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

/// <summary>An invoice sent by the program that numbered it: written down first, and sent for whoever may have got it.</summary>
public sealed class MailByBooksTests
{
    readonly FakeFiscal fiscal = new(FilingState.Accepted);
    GetFiling.View? filing = new(FakeFiscal.Filing, "smartbill", FilingState.Accepted, Some.Noon, null, null, []) { LegalNumber = "FCT 0007" };

    public MailByBooksTests() => fiscal.Dispatcher
        .On<GetFiling, GetFiling.View?>(_ => filing)
        .On<PrepareInvoiceMail, PrepareInvoiceMail.View>(asked => new PrepareInvoiceMail.View("client@firm.example", "ro", true, new Letter("Factura FCT 0007", asked.Message ?? "text", "<p>html</p>")))
        .On<BeginBooksMail>().On<NoteInvoiceSent>();

    [Fact]
    public async Task It_is_written_down_sent_to_whom_was_said_and_counts_as_sent()
    {
        await Send(" boss@firm.example ");
        Assert.Equal(["mail FCT 0007 boss@firm.example Factura FCT 0007"], fiscal.Books.Calls);
        Assert.Equal([typeof(BeginBooksMail), typeof(NoteInvoiceSent)], fiscal.Dispatcher.Heard.Where(m => m is BeginBooksMail or NoteInvoiceSent).Select(m => m.GetType()));
        await Send(null);
        Assert.Contains("client@firm.example", fiscal.Books.Calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_lost_answer_the_customer_may_have_it()
    {
        fiscal.Books.Changes = new BooksChange.InDoubt("time-out");
        Assert.Equal(BooksErrors.MailUnsure, await Refusal());
        Assert.Single(fiscal.Dispatcher.Sent<NoteInvoiceSent>());
    }

    [Fact]
    public async Task What_was_refused_or_never_asked_was_not_sent()
    {
        fiscal.Books.Changes = new BooksChange.Refused("Adresa nu este valida.");
        Assert.Equal("Adresa nu este valida.", (await Refusal()).Message);
        fiscal.Books.Changes = new BooksChange.Limited(null);
        Assert.Equal(ErrorKind.Unavailable, (await Refusal()).Kind);
        Assert.Empty(fiscal.Dispatcher.Sent<NoteInvoiceSent>());
    }

    [Fact]
    public async Task Only_what_stands_in_those_books_is_sent_by_them()
    {
        foreach (var other in (GetFiling.View?[])[null, filing! with { LegalNumber = null }, filing with { State = FilingState.Sent }, filing with { Standing = BooksStanding.Cancelled }, filing with { Provider = "anaf" }])
        {
            filing = other;
            Assert.Equal(BooksErrors.NotInBooks, await Refusal());
        }

        Assert.Empty(fiscal.Books.Calls);
    }

    Task Send(string? to) => new MailByBooks.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who).Handle(new(FakeFiscal.Invoice, to), TestContext.Current.CancellationToken);

    async Task<Error> Refusal() => (await Assert.ThrowsAsync<RuleBrokenException>(() => Send(null))).Error;
}
