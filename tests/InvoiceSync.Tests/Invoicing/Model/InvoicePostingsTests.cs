using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Ledger.Model;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class InvoicePostingsTests
{
    static readonly InvoiceId Id = Some.Id<InvoiceId>(1);

    static List<NewJournalEntry> Entries(InvoiceDocument document) => [.. InvoicePostings.Of(Id, document).Select(p => Drafting.Of(p, "system", new TestClock()))];

    [Fact]
    public void The_customer_owes_the_total_against_revenue_and_each_rate_of_VAT()
    {
        var entry = Assert.Single(Entries(SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", 1, 100), SampleInvoices.Line("2", 1, 50, rate: 11))));
        Assert.Equal(
            [("Receivable", "Debit", 176.50m, null), ("Revenue", "Credit", 150, null), ("VatCollected", "Credit", 5.50m, "S 11%"), ("VatCollected", "Credit", 21, "S 21%")],
            entry.Lines.Select(l => (l.Account, l.Side, l.Amount, l.Detail)));
        Assert.Equal(("RO:RO18547290", "Exemplu Client SRL"), (entry.Lines[0].CustomerKey, entry.Lines[0].CustomerName));
        Assert.Equal((SampleInvoices.Today, "ISY-0001 · Exemplu Client SRL"), (entry.Date, entry.Memo));
    }

    [Theory]
    [InlineData("48", "CardSettlement")]
    [InlineData("68", "CardSettlement")]
    [InlineData("30", "Bank")]
    public void What_is_paid_is_no_longer_owed(string means, string account)
    {
        var paid = Entries(SampleInvoices.Of(Currency.Ron, [SampleInvoices.Line("1", 1, 100)], [], paid: 121) with { PaymentMeans = means })[1];
        Assert.Equal([(account, "Debit", 121m), ("Receivable", "Credit", 121m)], paid.Lines.Select(l => (l.Account, l.Side, l.Amount)));
        Assert.Equal("paid", paid.Kind);
    }

    [Fact]
    public void A_storno_turns_the_sides_round() =>
        Assert.Equal([("Receivable", "Credit"), ("Revenue", "Debit"), ("VatCollected", "Debit")], Entries(SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", -1, 100)))[0].Lines.Select(l => (l.Account, l.Side)));

    [Fact]
    public void An_invoice_of_nothing_posts_nothing() => Assert.Empty(Entries(SampleInvoices.Zero));

    [Fact]
    public void A_person_is_known_by_a_hash_and_not_by_name()
    {
        var key = Entries(SampleInvoices.Consumer)[0].Lines[0].CustomerKey!;
        Assert.Matches("^person:[0-9a-f]{32}$", key);
        Assert.NotEqual(key, Entries(SampleInvoices.Consumer with { Buyer = SampleInvoices.Person with { Email = "ion@exemplu.ro" } })[0].Lines[0].CustomerKey);
    }

    [Fact]
    public void Every_random_invoice_balances_and_its_VAT_in_RON_is_the_one_printed_on_it() =>
        Assert.All(Enumerable.Range(1, 1000), seed =>
        {
            var document = RandomInvoices.From(seed);
            var entries = Entries(document);
            var vat = entries.SelectMany(e => e.Lines).Where(l => l.Account == "VatCollected").Sum(l => l.Side == "Credit" ? l.Ron : -l.Ron);
            Assert.Equal((seed, document.VatInRon?.Amount ?? document.Totals.Vat), (seed, vat));
            Assert.Equal((seed, document.Totals.Payable), (seed, entries.SelectMany(e => e.Lines).Where(l => l.Account == "Receivable").Sum(l => l.Side == "Debit" ? l.Amount : -l.Amount)));
        });
}
