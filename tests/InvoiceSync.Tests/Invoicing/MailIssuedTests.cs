using InvoiceSync.Fiscal.Reactions;
using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Reactions;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing;

/// <summary>An invoice leaves by itself once: when it is issued, or when its original is here where somebody else makes it.</summary>
public sealed class MailIssuedTests
{
    static readonly InvoiceId Invoice = Some.Id<InvoiceId>(2);

    readonly FakeDispatcher dispatcher = new FakeDispatcher().On<MailIssued>().On<MailScheduled>();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_we_number_is_mailed_at_its_issue_and_what_others_make_waits()
    {
        dispatcher.Tell<GetOriginal, Original?>(new Original(null));
        await new SendIssuedInvoice(dispatcher).Handle(new(Invoice), Ct);
        Assert.Empty(dispatcher.Sent<MailIssued>());
        dispatcher.Tell<GetOriginal, Original?>(null);
        await new SendIssuedInvoice(dispatcher).Handle(new(Invoice), Ct);
        Assert.Equal(Invoice, Assert.Single(dispatcher.Sent<MailIssued>()).Invoice);
    }

    [Theory]
    [InlineData(null, "client@exemplu.ro", false, 1)]
    [InlineData("no", "client@exemplu.ro", false, 1)]
    [InlineData("yes", "client@exemplu.ro", false, 0)]
    [InlineData("yes", "client@exemplu.ro", true, 1)]
    [InlineData("yes", null, false, 1)] // it had nobody to mail it to; here the customer may have an address
    public async Task The_original_is_mailed_by_us_unless_the_other_program_mails_it(string? mails, string? address, bool takesBack, int sent)
    {
        var document = SampleInvoices.Ron with { Buyer = SampleInvoices.Company with { Email = address }, Corrects = takesBack ? new("A-0001", SampleInvoices.Today) : null };
        dispatcher.Tell<GetInvoice, GetInvoice.View>(new(Invoice, document, Some.Noon, "here", "1", true, new(InvoiceStatus.Issued, SampleInvoices.Today, 0, 0, 0, 121))
        {
            Corrects = takesBack ? Some.Id<InvoiceId>(3) : null,
        });
        var settings = mails is null ? new Dictionary<string, string>() : new() { ["mail"] = mails };
        dispatcher.Tell<GetConnections, IReadOnlyList<GetConnections.View>>([new(Some.Connection, "smartbill", true, null, settings, [], null, null, null, null, null, null)]);
        await new MailTheOriginal(dispatcher).Handle(new(Invoice), Ct);
        Assert.Equal(sent, dispatcher.Sent<MailIssued>().Count());
    }

    [Fact]
    public async Task What_a_schedule_mails_is_mailed_as_the_schedule_says()
    {
        dispatcher.Tell<FindScheduled, FindScheduled.Found?>(new(Some.Id<ScheduleId>(3), SendsMail: true, HasProblem: false));
        await new MailIssued.Handler(dispatcher).Handle(new(Invoice), Ct);
        Assert.Single(dispatcher.Sent<MailScheduled>());
    }
}
