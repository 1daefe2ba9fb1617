using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class InvoiceEnclosuresTests
{
    public static TheoryData<Error> Later => [PrintErrors.Busy, PrintErrors.Failed];

    readonly FakeDispatcher dispatcher = new();

    [Fact]
    public async Task What_is_printed_goes_with_the_mail()
    {
        dispatcher.Tell<PrintInvoice, PrintedInvoice>(new([1, 2], "FACT-1.pdf"));
        var papers = await Enclose(whole: true);
        var file = Assert.Single(papers.Files);
        Assert.Equal(("FACT-1.pdf", "application/pdf", 2, true), (file.FileName, file.MediaType, file.Bytes.Length, papers.IsWhole));
    }

    [Fact]
    public async Task Where_nothing_prints_it_goes_without_and_says_so()
    {
        dispatcher.On<PrintInvoice, PrintedInvoice>(_ => PrintErrors.Absent);
        Assert.False((await Enclose(whole: true)).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Later))]
    public async Task A_printer_that_is_busy_or_failed_is_asked_again_and_then_done_without(Error error)
    {
        dispatcher.On<PrintInvoice, PrintedInvoice>(_ => error);
        Assert.Equal(error, (await Assert.ThrowsAsync<RuleBrokenException>(() => Enclose(whole: true))).Error);
        var papers = await Enclose(whole: false);
        Assert.Equal((0, false), (papers.Files.Count, papers.IsWhole));
    }

    [Fact]
    public async Task An_invoice_that_is_gone_is_not_sent_without_its_paper()
    {
        dispatcher.On<PrintInvoice, PrintedInvoice>(_ => Error.NotFound("invoice.not_found", "Gone."));
        await Assert.ThrowsAsync<RuleBrokenException>(() => Enclose(whole: false));
    }

    Task<Enclosures> Enclose(bool whole) => new InvoiceEnclosures(dispatcher).Of(Some.Id<InvoiceId>(1).ToText(), whole, files: false, TestContext.Current.CancellationToken);
}
