using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Ledger;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Payments;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Payments;

/// <summary>A company with invoices to be paid, on a database of its own, and official rates for days in euro.</summary>
sealed class PaymentScene(LedgerScene ledger) : IAsyncDisposable
{
    public LedgerScene Ledger => ledger;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<PaymentScene> Open(TestCluster cluster)
    {
        var scene = await LedgerScene.Open(cluster);
        var tenant = $"insert into tenancy.tenants (id, slug, name, mode, zone, created_at) values ('{ChainScene.Tenant.Value}', 'alfa', 'Alfa', 'Practice', 'Europe/Bucharest', now()), ('{ChainScene.Other.Value}', 'beta', 'Beta', 'Practice', 'Europe/Bucharest', now())";
        Assert.Null(await LedgerScene.Raw(scene.Database.Owner, tenant));
        return new(scene);
    }

    public Task<InvoiceId> Issue(string number, decimal net = 100, decimal paid = 0) =>
        ledger.Issue(SampleInvoices.Of(Currency.Ron, [SampleInvoices.Line("1", Math.Sign(net), Math.Abs(net))], [], paid) with { Number = number });

    public Task<PaymentId> Pay(decimal amount, params PaymentFor[] invoices) => ledger.Send(Ask(new(amount, Currency.Ron), invoices));

    public static RecordPayment Ask(Money amount, params PaymentFor[] invoices) => new(Guid.CreateVersion7(), LedgerScene.Day, amount, PaymentMethod.BankTransfer, invoices);

    /// <summary>Books past the question for the day's rate, which an own portal would ask BNR for.</summary>
    public Task<PaymentId> PayAt(decimal rate, Money amount, params PaymentFor[] invoices) => ledger.Send(new BookPayment(Ask(amount, invoices), new(rate, LedgerScene.Day, "BNR")));

    public async Task<Settlement> Of(InvoiceId id) => (await ledger.Ask(new GetInvoiceDetails(id))).Settlement;

    public async Task<decimal> Balance(AccountRole account, Currency? currency = null) =>
        (await ledger.Ask(new GetTrialBalance(LedgerScene.Day.AddYears(1)))).Rows.Where(r => r.Account == account && r.Currency == (currency ?? Currency.Ron)).Sum(r => r.Balance);

    /// <summary>What stands in a column of a table, added up past our code.</summary>
    public async Task<decimal> Sum(string column, string table, string where = "true") =>
        (decimal)(await Database.Ask(ledger.Database.Platform, $"select coalesce(sum({column}), 0) from {table} where {where}", Ct))!;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();
}
