using System.Text;
using InvoiceSync.Connectors.SmartBill;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>Every call of SmartBill Cloud against the practice one, over HTTP.</summary>
public sealed class SmartBillClientTests : IAsyncLifetime
{
    static readonly SmartBillNumber First = new("FCT", "0001");

    SmartBillPractice world = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => world = await SmartBillPractice.Open(Ct);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task An_invoice_gets_a_number_that_keeps_its_zeros_and_a_draft_none()
    {
        Assert.Equal(("FCT", ""), Names(await Make(Document() with { IsDraft = true })));
        Assert.Equal(("FCT", "0001"), Names(await Make(Document())));
        Assert.Equal(("FCT", "0002"), Names(await Make(Document())));
    }

    [Fact]
    public async Task An_invoice_is_reversed_whole_and_once()
    {
        await Make(Document());
        Assert.Equal(("FCT", "0002"), Names(await Reverse()));
        Assert.IsType<SmartBillAnswer<SmartBillMade>.Refused>(await Reverse());
        Assert.Equal(-121, Said(await world.Client.PaymentStatus(world.Account, new("FCT", "0002"), Ct)).InvoiceTotalAmount);

        Task<SmartBillAnswer<SmartBillMade>> Reverse() => world.Client.Reverse(world.Account, new(world.Account.TaxId, "FCT", "0001", "2026-11-20"), Ct);
    }

    [Fact]
    public async Task Documents_are_cancelled_restored_printed_and_the_last_one_deleted()
    {
        foreach (var _ in (int[])[1, 2]) Said(await Make(Document()));
        var last = new SmartBillNumber("FCT", "0002");
        Assert.IsType<SmartBillAnswer<SmartBillMade>.Refused>(await world.Client.Restore(world.Account, First, Ct));
        Said(await world.Client.Cancel(world.Account, First, Ct));
        Assert.IsType<SmartBillAnswer<SmartBillMade>.Refused>(await world.Client.Cancel(world.Account, First, Ct));
        Said(await world.Client.Restore(world.Account, First, Ct));
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(Said(await world.Client.Pdf(world.Account, First, Ct))), StringComparison.Ordinal);
        Assert.IsType<SmartBillAnswer<SmartBillMade>.Refused>(await world.Client.Delete(world.Account, First, Ct));
        Said(await world.Client.Delete(world.Account, last, Ct));
        Assert.IsType<SmartBillAnswer<byte[]>.Refused>(await world.Client.Pdf(world.Account, last, Ct));
        Assert.Equal(("FCT", "0002"), Names(await Make(Document())));
    }

    [Fact]
    public async Task A_payment_is_told_shown_and_taken_back()
    {
        await Make(Document());
        Said(await world.Client.Pay(world.Account, new(world.Account.TaxId, "2026-11-20", "Card", IsCash: false, 121, "RON", UseInvoiceDetails: true, [First]), Ct));
        Assert.Equal((121m, 121m, 0m, true), Status(Said(await world.Client.PaymentStatus(world.Account, First, Ct))));
        Said(await world.Client.DeletePayment(world.Account, "Card", "2026-11-20", 121, First, Ct));
        Assert.Equal((121m, 0m, 121m, false), Status(Said(await world.Client.PaymentStatus(world.Account, First, Ct))));
        Assert.IsType<SmartBillAnswer<SmartBillMade>.Refused>(await world.Client.DeletePayment(world.Account, "Card", "2026-11-20", 121, First, Ct));

        static (decimal?, decimal?, decimal?, bool) Status(SmartBillPaid paid) => (paid.InvoiceTotalAmount, paid.PaidAmount, paid.UnpaidAmount, paid.Paid);
    }

    [Fact]
    public async Task Series_of_invoices_and_taxes_are_those_of_the_account()
    {
        await Make(Document());
        Assert.Equal([("FCT", 2L), ("FCX", 1L)], Said(await world.Client.Series(world.Account, "f", Ct)).List!.Select(s => (s.Name, s.NextNumber)));
        Assert.Contains(new SmartBillTax("Normala", 21), Said(await world.Client.Taxes(world.Account, Ct)).Taxes!);
    }

    [Theory]
    [InlineData("refused_400")]
    [InlineData("refused_200")]
    public async Task A_refusal_makes_nothing_whatever_its_status(string kind)
    {
        await world.Break(kind);
        Assert.Contains("nu a fost emis", Assert.IsType<SmartBillAnswer<SmartBillMade>.Refused>(await Make(Document())).Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.Held());
    }

    [Fact]
    public async Task After_a_block_nobody_of_the_account_calls_for_ten_minutes()
    {
        await world.Break("403");
        Assert.Equal(TimeSpan.FromMinutes(10), Assert.IsType<SmartBillAnswer<SmartBillMade>.Limited>(await Make(Document())).After);
        Assert.IsType<SmartBillAnswer<SmartBillMade>.Limited>(await Make(Document())); // the fault was for one call: this one was not made
        world.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(("FCT", "0001"), Names(await Make(Document())));
    }

    SmartBillDocument Document() => InvoiceWriting.Of(world.Account, SmartBillPractice.Of(InvoiceSync.Tests.Fiscal.Samples.SampleInvoices.Ron).Document!).Document!;

    Task<SmartBillAnswer<SmartBillMade>> Make(SmartBillDocument document) => world.Client.Make(world.Account, document, Ct);

    static (string?, string?) Names(SmartBillAnswer<SmartBillMade> answer) => (Said(answer).Series, Said(answer).Number);

    static T Said<T>(SmartBillAnswer<T> answer) => Assert.IsType<SmartBillAnswer<T>.Said>(answer).Value;
}
