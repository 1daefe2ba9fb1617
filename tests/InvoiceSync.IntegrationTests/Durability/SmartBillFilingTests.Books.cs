using System.Text;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Payments;

namespace InvoiceSync.IntegrationTests.Durability;

// What becomes of an invoice in SmartBill after it was made: payments, cancelling, and the one number the customer sees.
public sealed partial class SmartBillFilingTests
{
    [Fact]
    public async Task Each_payment_is_told_once_and_what_goes_back_is_taken_back_and_the_customer_sees_one_number()
    {
        var company = await Filing("by-payment");
        var invoice = await Issued(company);
        await OneNumber(company, invoice);

        var (day, half) = (await Today(company, invoice), new Money(3000, Currency.Ron));
        var payment = await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), day, half, PaymentMethod.BankTransfer, [new(invoice)]));
        await Told(company, invoice, 3000);
        await portal.Send(company.Machine, new QueueTelling(invoice));
        await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), day, new(4260, Currency.Ron), PaymentMethod.Card, [new(invoice)]));
        await Told(company, invoice, 7260);
        Assert.Equal("books.credit_instead", await Refusal(company.Owner, new ChangeInBooks(invoice, BooksStep.Cancel, "too late")));

        await portal.Send(company.Owner, new ReversePayment(payment, "typed twice"));
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetPaymentsTold(invoice)), told => told!.Rows is [{ IsWanted: false, State: TellingState.Away }, ..]);
        Assert.Equal("invoice.not_found", await Refusal(company.Owner, new ReadBalance(new(Guid.CreateVersion7()))));
        await portal.Send(company.Owner, new ReadBalance(invoice));
        Assert.Equal(7260, (await portal.Ask(company.Viewer, new GetPaymentsTold(invoice)))!.TotalThere);
    }

    [Fact]
    public async Task A_payment_whose_answer_got_lost_is_not_told_again_until_a_person_has_looked()
    {
        var company = await Filing("by-doubt");
        var invoice = await Issued(company);
        await LoseAt("/SBORO/api/payment", "timeout_after_success");
        await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), await Today(company, invoice), new(7260, Currency.Ron), PaymentMethod.Card, [new(invoice)]));
        var asked = await Eventually.Seen(() => portal.Ask(company.Viewer, new GetPaymentsTold(invoice)), told => told?.Rows is [{ State: TellingState.Asks }]);
        Assert.Contains("7260.00", asked!.Rows[0].Why, StringComparison.Ordinal);
        Assert.Equal("payment_told.not_in_doubt", await Refusal(company.Owner, new TellAgain(invoice, 1)));
        Assert.Equal(ErrorKind.Forbidden, (await portal.As(company.Viewer, d => d.Send(new SettleTelling(invoice, 1, true), Ct))).Error!.Kind);

        await portal.Send(company.Owner, new SettleTelling(invoice, 1, IsDone: true));
        Assert.Equal(TellingState.There, (await portal.Ask(company.Viewer, new GetPaymentsTold(invoice)))!.Rows[0].State);
        Assert.Equal(7260, await PaidThere(company));
        Assert.Equal("payment_told.not_in_doubt", await Refusal(company.Owner, new SettleTelling(invoice, 1, true)));
    }

    [Fact]
    public async Task An_invoice_nobody_has_yet_is_cancelled_restored_and_deleted_there_and_then_void_here()
    {
        var company = await Filing("by-cancel");
        var (first, last) = (await Issued(company), await Issued(company));
        await portal.Send(company.Owner, new ChangeInBooks(first, BooksStep.Cancel, "typed twice"));
        Assert.True((await Made(company)).Single(i => i.GetProperty("id").GetString() == "FCT 0001").GetProperty("cancelled").GetBoolean());
        await portal.Send(company.Owner, new ChangeInBooks(first, BooksStep.Restore, "it was right"));
        Assert.Equal("books.step_impossible", await Refusal(company.Owner, new ChangeInBooks(first, BooksStep.Restore, "again")));
        Assert.Equal("books.step_refused", await Refusal(company.Owner, new ChangeInBooks(first, BooksStep.Delete, "not the last")));
        Assert.Equal(ErrorKind.Forbidden, (await portal.As(company.Viewer, d => d.Send(new ChangeInBooks(first, BooksStep.Cancel, "no"), Ct))).Error!.Kind);

        await portal.Send(company.Owner, new ChangeInBooks(last, BooksStep.Delete, "typed twice"));
        await Voided(company, last);
        Assert.Equal("FCT 0002", (await Numbered(company, await Issued(company))).LegalNumber);

        await LoseAt("/SBORO/api/invoice/cancel", "timeout_after_success");
        Assert.Equal("books.step_unsure", await Refusal(company.Owner, new ChangeInBooks(first, BooksStep.Cancel, "typed twice")));
        await portal.Practice.NoFaults();
        Assert.Equal("books.step_refused", await Refusal(company.Owner, new ChangeInBooks(first, BooksStep.Cancel, "again")));
        Assert.Equal("invoice.voided_too_late", await Refusal(company.Owner, new VoidInvoice(first, "typed twice")));
        await portal.Send(company.Owner, new SettleBooksStep(first, IsDone: true));
        Assert.Equal("books.step_settled", await Refusal(company.Owner, new SettleBooksStep(first, IsDone: true)));
        await Voided(company, first);

        // What SmartBill mailed as it made it the customer has.
        await portal.Send(company.Owner, new ConnectSmartBill($"{company.Slug}@smartbill.example", null) { MailsInvoices = true });
        var mailed = await Issued(company, Drafts.Good with { Buyer = Drafts.Good.Buyer with { Email = "client@firm.example" } });
        foreach (var step in (BooksStep[])[BooksStep.Cancel, BooksStep.Delete])
            Assert.Equal("books.credit_instead", await Refusal(company.Owner, new ChangeInBooks(mailed, step, "the customer has it")));
        await portal.Send(company.Owner, new ChangeInBooks(await Issued(company), BooksStep.Cancel, "nobody has it"));
    }

    // The original is SmartBill's, wherever the customer meets the invoice; ours is on none of it.
    async Task OneNumber(Company company, InvoiceId invoice)
    {
        var printed = await Eventually.Seen(() => portal.As(company.Viewer, d => d.Ask(new PrintInvoice(invoice), Ct)), file => file.IsOk);
        Assert.Contains("practice FCT 0001", Encoding.ASCII.GetString(printed.OrThrow().Pdf), StringComparison.Ordinal);
        Assert.Equal("FCT-0001.pdf", printed.OrThrow().FileName);
        Assert.Equal("FCT 0001", (await portal.Ask(company.Viewer, new GetOriginal(invoice)))!.Number);

        var ours = (await portal.Ask(company.Viewer, new GetInvoice(invoice))).Document.Number;
        var mail = (await portal.Ask(company.Owner, new PrepareInvoiceMail(invoice))).Letter;
        Assert.Contains("FCT 0001", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(ours, mail.Subject + mail.Text, StringComparison.Ordinal);
        using var http = portal.Client();
        var page = await http.GetStringAsync(new Uri(await portal.Send(company.Owner, new ShareInvoice(invoice))), Ct);
        Assert.Contains("FCT 0001", page, StringComparison.Ordinal);
        Assert.DoesNotContain(ours, page, StringComparison.Ordinal);

        // What the buyer issues in our name is made by nobody else, before its filing and after.
        var selfBilled = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good with { IsSelfBilled = true }))));
        Assert.Null(await portal.Ask(company.Viewer, new GetOriginal(selfBilled)));
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(selfBilled)), f => f?.State == FilingState.Kept);
        Assert.Null(await portal.Ask(company.Viewer, new GetOriginal(selfBilled)));

        // Until it is made there, the customer is shown none.
        await LoseAt("/SBORO/api/series", "refused_200");
        var waiting = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good))));
        Assert.Equal("invoice.number_awaited", (await portal.As(company.Owner, d => d.Send(new SendInvoice(waiting, "client@firm.example"), Ct))).Error?.Code);
        Assert.Equal("printer.original_awaited", (await portal.As(company.Viewer, d => d.Ask(new PrintInvoice(waiting), Ct))).Error?.Code);
        using var early = await http.GetAsync(new Uri(await portal.Send(company.Owner, new ShareInvoice(waiting))), Ct);
        Assert.Equal(503, (int)early.StatusCode);
    }

    async Task Voided(Company company, InvoiceId invoice)
    {
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetInvoice(invoice)), seen => !seen.IsFiled);
        await portal.Send(company.Owner, new VoidInvoice(invoice, "typed twice"));
        Assert.Equal(FilingState.Stopped, (await portal.Ask(company.Viewer, new GetFiling(invoice)))!.State);
    }

    async Task Told(Company company, InvoiceId invoice, decimal paid)
    {
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetPaymentsTold(invoice)), told => told?.Rows is { Count: > 0 } rows && rows.All(r => r.State == TellingState.There) && rows.Sum(r => r.Amount) == paid);
        Assert.Equal(paid, await PaidThere(company));
    }

    async Task<decimal> PaidThere(Company company) => (await Made(company)).Sum(i => i.GetProperty("paid").GetDecimal());

    async Task<InvoiceId> Issued(Company company, DraftContent? content = null)
    {
        var invoice = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(content ?? Drafts.Good))));
        await Numbered(company, invoice);
        // Nothing is written to it by itself after that.
        await Eventually.Seen(() => portal.As(company.Viewer, d => d.Ask(new GetFilingFile(invoice, FilingFile.Pdf), Ct)), file => file.IsOk);
        return invoice;
    }

    async Task<GetFiling.View> Numbered(Company company, InvoiceId invoice) =>
        (await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(invoice)), f => f is { State: FilingState.Accepted, LegalNumber: not null }))!;

    async Task<DateOnly> Today(Company company, InvoiceId invoice) => (await portal.Ask(company.Viewer, new GetInvoice(invoice))).Document.IssuedOn;

    async Task LoseAt(string path, string kind)
    {
        await portal.Practice.NoFaults();
        await portal.Practice.Post("faults", new { target = "smartbill", kind, path, count = 1, delayMs = 300 });
    }
}
