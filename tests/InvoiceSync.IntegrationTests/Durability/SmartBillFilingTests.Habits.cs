using System.Text.Json;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Reactions;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Payments;

namespace InvoiceSync.IntegrationTests.Durability;

// The switches of the connection, drafts, and a page that is left in the middle of a change.
public sealed partial class SmartBillFilingTests
{
    static readonly DraftContent ByMail = Drafts.Good with { Buyer = Drafts.Good.Buyer with { Email = "client@firm.example" } };

    [Fact]
    public async Task Payments_are_told_only_while_the_connection_says_so()
    {
        var company = await Filing("by-hearing");
        var invoice = await Issued(company);
        await Habits(company, hears: false);
        await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), await Today(company, invoice), new(7260, Currency.Ron), PaymentMethod.Card, [new(invoice)]));
        await portal.Send(company.Machine, new TellPayments(invoice));
        Assert.Equal(TellingState.Away, Assert.Single((await Eventually.Seen(() => portal.Ask(company.Viewer, new GetPaymentsTold(invoice)), told => told is not null))!.Rows).State);
        Assert.Equal(0, await PaidThere(company));

        await Habits(company, hears: true);
        await portal.Send(company.Machine, new QueueTelling(invoice));
        await Told(company, invoice, 7260);
    }

    [Fact]
    public async Task An_invoice_is_mailed_by_SmartBill_or_by_us_and_never_by_both()
    {
        var company = await Filing("by-mail");
        await portal.Send(company.Owner, new SaveMailSettings(UsesOwn: false, SendsOnIssue: true));
        await Habits(company, mails: true);
        var theirs = await Issued(company, ByMail);
        await Reacts(company, theirs);
        Assert.Equal(("client@firm.example", 0), (await MailedThere(company, theirs), await MailedHere(company, theirs)));

        await Habits(company, mails: false);
        var ours = await Issued(company, ByMail);
        await Eventually.Seen(() => MailedHere(company, ours), mails => mails == 1);
        Assert.Null(await MailedThere(company, ours));
    }

    [Fact]
    public async Task A_draft_stands_there_without_a_number_and_afterwards_the_invoice_is_made_once()
    {
        var company = await Filing("by-draft");
        await portal.Send(company.Owner, new HoldFilings(5));
        var invoice = await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(ByMail))));
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(invoice)), f => f?.HeldUntil is not null);
        Assert.Equal(ErrorKind.Forbidden, (await portal.As(company.Viewer, d => d.Send(new DraftInBooks(invoice), Ct))).Error!.Kind);
        await LoseAt("/SBORO/api/invoice", "refused_200");
        Assert.Equal("books.step_refused", await Refusal(company.Owner, new DraftInBooks(invoice)));
        Assert.Empty(await Sketches(company));

        await portal.Send(company.Owner, new DraftInBooks(invoice));
        var ours = (await portal.Ask(company.Viewer, new GetInvoice(invoice))).Document.Number;
        var draft = Assert.Single(await Sketches(company));
        Assert.Equal(("FCT", 7260m, $"Ref. {ours}"), (draft.GetProperty("series").GetString(), draft.GetProperty("total").GetDecimal(), draft.GetProperty("observations").GetString()));
        Assert.Empty(await Made(company));
        var held = (await portal.Ask(company.Viewer, new GetFiling(invoice)))!;
        Assert.Equal((FilingState.Intended, null), (held.State, held.LegalNumber));

        await portal.Send(company.Owner, new FileNow(invoice));
        Assert.Equal("FCT 0001", (await Numbered(company, invoice)).LegalNumber);
        Assert.Equal("books.step_impossible", await Refusal(company.Owner, new DraftInBooks(invoice)));
        Assert.Single(await Made(company));
    }

    [Fact]
    public async Task What_was_begun_there_is_ended_though_the_page_that_asked_is_gone()
    {
        var company = await Filing("by-leaving");
        var invoice = await Issued(company);
        await portal.Practice.NoFaults();
        await portal.Practice.Post("faults", new { target = "smartbill", kind = "delayed", path = "/SBORO/api/invoice/cancel", count = 1, delayMs = 2000 });
        using var page = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var asked = portal.As(company.Owner, d => d.Send(new ChangeInBooks(invoice, BooksStep.Cancel, "typed twice"), page.Token));
        await Eventually.Seen(() => portal.Practice.Get("faults"), faults => faults.GetProperty("faults")[0].GetProperty("hits").GetInt32() == 1);
        await page.CancelAsync();
        await Record.ExceptionAsync(() => asked);

        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(invoice)), f => f is { UnderWay: null, Standing: BooksStanding.Cancelled }, TimeSpan.FromSeconds(20));
        Assert.True(Assert.Single(await Made(company)).GetProperty("cancelled").GetBoolean());
    }

    Task Habits(Company company, bool? hears = null, bool? mails = null) =>
        portal.Send(company.Owner, new ConnectSmartBill($"{company.Slug}@smartbill.example", null) { HearsOfPayments = hears, MailsInvoices = mails });

    // The very reaction once more, so that it is known to have run.
    Task<bool> Reacts(Company company, InvoiceId invoice) => portal.As(company.Machine, async d =>
    {
        await new MailTheOriginal(d).Handle(new(invoice), Ct);
        return true;
    });

    async Task<string?> MailedThere(Company company, InvoiceId invoice)
    {
        var number = (await portal.Ask(company.Viewer, new GetFiling(invoice)))!.LegalNumber;
        return (await Made(company)).Single(i => i.GetProperty("id").GetString() == number).GetProperty("mailed_to").GetString();
    }

    Task<int> MailedHere(Company company, InvoiceId invoice) => portal.Ask(company.Machine, new CountMails(MailKind.Invoice, invoice.ToString()));

    Task<IReadOnlyList<JsonElement>> Sketches(Company company) => Kept(company, "smartbill_drafts");
}
