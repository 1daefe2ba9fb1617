using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Audit;

public sealed class AuditTrailTests : IDisposable
{
    readonly InvoiceSyncDb db = new FakeDialect().Db(DbScope.Of(Some.Tenant));

    public void Dispose() => db.Dispose();

    [Fact]
    public void A_new_row_is_created_and_names_who_did_what_to_which()
    {
        db.Add(new Connection(Some.Connection, "stripe", live: false));
        var entry = Assert.Single(Written());
        Assert.Equal(("usr_1", "tenancy.save-connection", Some.Connection.ToString(), Some.Noon), (entry.Actor, entry.Action, entry.Subject, entry.At));
        Assert.Equal(["created"], entry.Changes);
    }

    [Fact]
    public void A_change_tells_what_was_and_what_is()
    {
        var connection = Kept(new Connection(Some.Connection, "stripe", live: false));
        (connection.Live, connection.AccountName, connection.TestedAt) = (true, "Exemplu", Some.Noon);
        Assert.Equal(
            ["AccountName: – → Exemplu", "Live: False → True", "TestedAt: – → 11/20/2026 10:00:00 +00:00"],
            Assert.Single(Written()).Changes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Secrets_documents_and_long_texts_are_named_and_never_copied()
    {
        var connection = Kept(new Connection(Some.Connection, "stripe", live: false));
        connection.Secrets = new() { ["api_key"] = "rk_test_secret" };
        connection.NeedsAttention = new string('x', 81);
        var changes = Assert.Single(Written()).Changes;
        Assert.Equal(["NeedsAttention: changed", "Secrets: changed"], changes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Bytes_are_named_and_never_copied()
    {
        var key = Kept(new ApiKey { Id = Some.Id<ApiKeyId>(1) });
        db.Entry(key).Property(k => k.SecretHash).CurrentValue = new byte[] { 1 };
        Assert.Equal(["SecretHash: changed"], Assert.Single(Written()).Changes);
    }

    [Fact]
    public void Deleting_leaves_a_trace()
    {
        db.Remove(Kept(new Connection(Some.Connection, "stripe", live: false)));
        Assert.Equal(["deleted"], Assert.Single(Written()).Changes);
    }

    [Fact]
    public void What_did_not_change_is_not_told()
    {
        Kept(new Connection(Some.Connection, "stripe", live: false)).Live = false;
        Assert.Empty(Written());
    }

    T Kept<T>(T row) where T : Aggregate
    {
        db.Add(row).Property(a => a.TenantId).CurrentValue = Some.Tenant;
        db.ChangeTracker.AcceptAllChanges();
        return row;
    }

    List<AuditEntry> Written()
    {
        db.ChangeTracker.DetectChanges();
        new AuditTrail(new TestClock()).BeforeSave(db, Some.Owner, "tenancy.save-connection");
        return [.. db.ChangeTracker.Entries<AuditEntry>().Select(e => e.Entity)];
    }
}
