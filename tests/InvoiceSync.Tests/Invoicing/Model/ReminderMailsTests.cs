using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class ReminderMailsTests
{
    static readonly InvoiceId Invoice = Some.Id<InvoiceId>(2);

    [Fact]
    public async Task A_reminder_that_waited_until_nothing_is_owed_does_not_leave() =>
        Assert.Equal(ReminderErrors.NothingOpen, (await Assert.ThrowsAsync<RuleBrokenException>(() => Enclose(open: 0))).Error);

    [Fact]
    public async Task One_of_what_is_still_owed_leaves_with_its_invoice() => Assert.Equal("INV.pdf", Assert.Single((await Enclose(open: 21)).Files).FileName);

    static Task<InvoiceSync.Messaging.Enclosures> Enclose(decimal open)
    {
        var document = SampleInvoices.Ron;
        var dispatcher = new FakeDispatcher().On<PrintInvoice, PrintedInvoice>(_ => new PrintedInvoice([1], "INV.pdf"))
            .On<GetInvoice, GetInvoice.View>(_ => new GetInvoice.View(Invoice, document, Some.Noon, "stripe", "in_1", false, new(InvoiceStatus.Issued, document.IssuedOn, 0, 0, 0, open)));
        return new ReminderMails(dispatcher, new InvoiceEnclosures(dispatcher)).Enclose($"{Invoice}", whole: true, TestContext.Current.CancellationToken);
    }
}
