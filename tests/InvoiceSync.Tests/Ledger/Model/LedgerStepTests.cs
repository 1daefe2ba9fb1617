using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Ledger;
using InvoiceSync.Ledger.Model;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Ledger.Model;

public sealed class LedgerStepTests : IDisposable
{
    readonly FakeDialect dialect = new();
    readonly FakeLedgerBook book = new();
    readonly Journal journal = new(new CallerHolder { Caller = Some.Owner }, new TestClock());

    public void Dispose() => dialect.Dispose();

    LedgerStep Step => new(journal, new PostingRules(typeof(Journal).Assembly.GetTypes()), book);

    async Task Commit(InvoiceSyncDb db)
    {
        Step.BeforeSave(db, Some.Owner, "test.act");
        await Step.BeforeCommit(db, Some.Owner, "test.act", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_issued_invoice_is_posted_without_its_use_case_saying_so()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        db.Add(new Invoice(Some.Id<InvoiceId>(1), Some.Source, SampleInvoices.Ron, null, Some.Noon));
        await Commit(db);
        var entry = Assert.Single(book.Entries);
        Assert.Equal(("invoicing", Some.Id<InvoiceId>(1).ToString(), "issued", 121m, "usr_1"), (entry.Source, entry.SourceId, entry.Kind, entry.Ron, entry.PostedBy));
        Assert.Contains(new Notice(Some.Tenant, "ledger", Guid.Empty), db.Pending.Notices);
    }

    [Fact]
    public async Task A_commit_without_money_does_not_ask_the_ledger()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        await Commit(db);
        Assert.Empty(book.Entries);
        Assert.Empty(db.Pending.Notices);
    }

    [Fact]
    public async Task A_fact_that_stands_there_is_nothing_new_unless_a_person_meant_it_to_be()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        var fact = new Posting("ledger", "1", "adjustment", SampleInvoices.Today, Currency.Ron, [PostingLine.Debit(AccountRole.Bank, 1), PostingLine.Credit(AccountRole.OpeningEquity, 1)]);
        journal.Post(fact);
        journal.Post(fact);
        await Commit(db);
        Assert.Single(book.Entries);

        journal.Post(fact with { MustBeNew = true });
        Assert.Equal("journal_entry.posted_already", (await Assert.ThrowsAsync<RuleBrokenException>(() => Commit(db))).Error.Code);
    }
}
