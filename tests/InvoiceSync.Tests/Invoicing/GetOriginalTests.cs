using InvoiceSync.Invoicing;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing;

public sealed class GetOriginalTests
{
    static readonly InvoiceId Invoice = Some.Id<InvoiceId>(2);

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(true, null, false)]
    [InlineData(true, "FCT 0007", true)] // what has one shows it
    public async Task What_the_buyer_issues_in_our_name_awaits_no_number_of_others(bool selfBilled, string? number, bool isThere)
    {
        var document = SampleInvoices.Ron with { IsSelfBilled = selfBilled };
        var dispatcher = new FakeDispatcher().On<SeeInvoice>()
            .Tell<GetInvoice, GetInvoice.View>(new(Invoice, document, Some.Noon, "here", "1", false, new(InvoiceStatus.Issued, SampleInvoices.Today, 0, 0, 0, 121)));
        // The database is written to only where a PDF is handed out.
        var original = await new GetOriginal.Handler(null!, dispatcher, [new Elsewhere(number)]).Handle(new(Invoice), TestContext.Current.CancellationToken);
        Assert.Equal(isThere ? new Original(number) : null, original);
    }

    sealed class Elsewhere(string? number) : IOriginals
    {
        public Task<Original?> Of(InvoiceId invoice, bool whole, CancellationToken ct) => Task.FromResult<Original?>(new(number));
    }
}
