using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
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
        var act = Assert.Single(Noted());
        Assert.Equal(("connection.created", "connection", Some.Connection.ToString()), (act.Event, act.ResourceType, act.ResourceId));
        Assert.Empty(act.Changes);
    }

    [Fact]
    public void A_change_tells_what_was_and_what_is()
    {
        var connection = Kept(new Connection(Some.Connection, "stripe", live: false));
        (connection.Live, connection.AccountName, connection.TestedAt) = (true, "Exemplu", Some.Noon);
        Assert.Equal(
            [new("AccountName", "", "Exemplu"), new("Live", "False", "True"), new("TestedAt", "", "2026-11-20 10:00:00Z")],
            Assert.Single(Noted()).Changes.OrderBy(c => c.Field, StringComparer.Ordinal));
    }

    [Fact]
    public void Secrets_documents_and_long_texts_are_named_and_never_copied()
    {
        var connection = Kept(new Connection(Some.Connection, "stripe", live: false));
        connection.Secrets = new() { ["api_key"] = "rk_test_secret" };
        connection.NeedsAttention = new string('x', 81);
        Assert.Equal([new("NeedsAttention"), new("Secrets")], Assert.Single(Noted()).Changes.OrderBy(c => c.Field, StringComparer.Ordinal));
    }

    [Fact]
    public void Bytes_are_named_and_never_copied()
    {
        var key = Kept(new ApiKey { Id = Some.Id<ApiKeyId>(1) });
        db.Entry(key).Property(k => k.SecretHash).CurrentValue = new byte[] { 1 };
        Assert.Equal([new("SecretHash")], Assert.Single(Noted()).Changes);
    }

    [Fact]
    public void Deleting_leaves_a_trace()
    {
        db.Remove(Kept(new Connection(Some.Connection, "stripe", live: false)));
        Assert.Equal("connection.deleted", Assert.Single(Noted()).Event);
    }

    [Fact]
    public void What_did_not_change_is_not_told()
    {
        Kept(new Connection(Some.Connection, "stripe", live: false)).Live = false;
        Assert.Empty(Noted());
        Assert.Empty(db.Pending.Notices);
    }

    T Kept<T>(T row) where T : Aggregate
    {
        db.Add(row).Property(a => a.TenantId).CurrentValue = Some.Tenant;
        db.ChangeTracker.AcceptAllChanges();
        return row;
    }

    List<Act> Noted()
    {
        db.ChangeTracker.DetectChanges();
        var writer = new EntryWriter(new FakeChain(), new PersonKeys(new FakePersonKeys(), new TestClock()), new TestClock());
        new AuditTrail(writer).BeforeSave(db, Some.Owner, "tenancy.save-connection");
        return db.Pending.Acts;
    }
}
