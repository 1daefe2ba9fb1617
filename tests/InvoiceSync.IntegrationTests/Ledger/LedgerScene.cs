using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Ledger;
using InvoiceSync.Tests.Fiscal.Samples;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Ledger;

/// <summary>A company's ledger on a database of its own, without a portal, and raw statements past our own code.</summary>
sealed class LedgerScene(ChainScene chain) : IAsyncDisposable
{
    public static readonly DateOnly Day = SampleInvoices.Today;

    public static Caller Accountant => ChainScene.Person(ChainScene.Tenant);

    public static Caller Stranger => ChainScene.Person(ChainScene.Other, "vlad");

    public TestDatabase Database => chain.Database;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<LedgerScene> Open(TestCluster cluster) => new(await ChainScene.Open(cluster));

    public async Task<T> Send<T>(ICommand<T> command, Caller? caller = null) => (await chain.Send(caller ?? Accountant, command)).OrThrow();

    public async Task<string?> Refusal<T>(ICommand<T> command, Caller? caller = null) => (await chain.Send(caller ?? Accountant, command)).Error?.Code;

    public Task<T> Ask<T>(IQuery<T> query, Caller? caller = null) => chain.Ask(caller ?? Accountant, query);

    public Task<InvoiceId> Issue(InvoiceDocument document, Caller? caller = null) =>
        Send(new IssueInvoice(new("stripe", "acct_1", false, "Invoice", document.Number), document), caller);

    public Task<JournalEntryId> Adjust(ManualEntry entry, string reason = "A test") => Send(new PostAdjustment(Guid.CreateVersion7(), entry, reason));

    public static ManualEntry Simple(decimal amount, Currency? currency = null, DateOnly? date = null, decimal? rate = null) =>
        new(date ?? Day, currency ?? Currency.Ron, rate, [new(AccountRole.Bank, EntrySide.Debit, amount), new(AccountRole.OpeningEquity, EntrySide.Credit, amount)]);

    /// <summary>The trial balance is zero, and everything added up anew says the same.</summary>
    public async Task Holds(Caller? caller = null)
    {
        Assert.Equal(0, (await Ask(new GetTrialBalance(Day.AddYears(1)), caller)).Difference);
        var report = await Ask(new CheckLedger(), caller);
        Assert.True(report.Holds, $"{report}: {string.Join(", ", report.Drifted)} {string.Join(", ", report.Unbalanced)}");
    }

    /// <summary>What the database says to statements in one transaction, committed; null when it takes them.</summary>
    public static async Task<string?> Raw(string way, string sql)
    {
        await using var connection = await TenantTables.Open(way, ChainScene.Tenant);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        var failure = await Record.ExceptionAsync(async () =>
        {
            await using (var command = new NpgsqlCommand(sql, connection, transaction)) await command.ExecuteNonQueryAsync(Ct);
            await transaction.CommitAsync(Ct);
        });
        return (failure as PostgresException)?.SqlState ?? failure?.GetType().Name;
    }

    public ValueTask DisposeAsync() => chain.DisposeAsync();
}
