using System.Text;
using InvoiceSync.Audit;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Audit;

/// <summary>From acts to entries: who, from where, and what of it only the person's key opens.</summary>
public sealed class EntryWriterTests : IDisposable
{
    static readonly Caller Ana = Some.Owner with { Name = "Ana Pop", Address = "192.0.2.7", Agent = "Firefox", CorrelationId = "req-1" };

    readonly InvoiceSyncDb db = new FakeDialect().Db(DbScope.Of(Some.Tenant));
    readonly FakeChain chain = new();
    readonly FakePersonKeys keys = new();

    public void Dispose() => db.Dispose();

    [Fact]
    public async Task Who_and_where_are_readable_with_the_persons_key_only()
    {
        var entry = await Written(Ana, new Act("invoice.viewed", "invoice", "inv_1"));
        Assert.Equal(("person", "usr_1", "invoice", "inv_1", "test.act", "ok", "req-1"), (entry.ActorType, entry.ActorId, entry.ResourceType, entry.ResourceId, entry.Action, entry.Status, entry.RequestId));
        Assert.Equal("Ana Pop", PersonalBox.Open(FakePersonKeys.Key("usr_1"), entry.ActorName, entry.Id, "actor_name"));
        Assert.Equal("192.0.2.7", PersonalBox.Open(FakePersonKeys.Key("usr_1"), entry.IpAddress, entry.Id, "ip_address"));
        Assert.Null(PersonalBox.Open(FakePersonKeys.Key("usr_2"), entry.ActorName, entry.Id, "actor_name"));
        Assert.Null(PersonalBox.Open(FakePersonKeys.Key("usr_1"), entry.ActorName, Guid.Empty, "actor_name"));
        Assert.Equal(PersonalBox.Mark(FakePersonKeys.Key("usr_1"), "192.0.2.7"), entry.AddressMark);
        Assert.DoesNotContain("Ana Pop", Encoding.UTF8.GetString(entry.Payload), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_mail_address_in_a_change_is_under_the_key_of_the_row_and_the_rest_stays_plain()
    {
        var entry = await Written(Ana, new Act("customer.updated", "customer", "cus_1") { Changes = [new("Email", "a@b.ro", "c@d.ro"), new("City", "Iași", "Cluj")] });
        Assert.DoesNotContain("@", entry.Changes, StringComparison.Ordinal);
        Assert.Contains("Iași", entry.Changes, StringComparison.Ordinal);
        Assert.Contains("\"of\":\"cus_1\"", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_erased_nothing_personal_is_written_any_more()
    {
        keys.Erased.Add("usr_1");
        var entry = await Written(Ana, new Act("invoice.viewed"));
        Assert.Empty((byte[])[.. entry.ActorName, .. entry.IpAddress, .. entry.UserAgent, .. entry.AddressMark]);
    }

    [Fact]
    public async Task Without_company_an_act_goes_into_the_chain_of_the_installation()
    {
        using var shared = new FakeDialect().Db(DbScope.Shared);
        shared.Note(new("user.sign_in_failed") { Status = ActStatus.Failed, Address = "192.0.2.9", Details = new Dictionary<string, string> { ["email"] = "who@example.ro" } });
        await Writer().Write(shared, Caller.Nobody, "access.sign-in", TestContext.Current.CancellationToken);
        var (tenant, entry) = Assert.Single(chain.Written);
        Assert.Equal((TenantId.Platform, "anonymous", "failed"), (tenant, entry.ActorType, entry.Status));
        Assert.DoesNotContain("who@example.ro", entry.Metadata, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_work_asks_for_no_key()
    {
        await Written(Caller.System(Some.Tenant, "system"), new Act("sale.updated", "sale", "sal_1") { Changes = [new("State", "Ready", "Accepted")] });
        Assert.Equal(0, keys.Asked);
    }

    [Fact]
    public async Task Two_entries_never_share_their_bytes_though_their_fields_join_to_the_same_text()
    {
        var one = await Written(Ana with { Name = "", Address = null, Agent = null }, new Act("a.b", "ab", "c"));
        Assert.NotEqual(Payload.Of(one with { ResourceType = "a", ResourceId = "bc" }), one.Payload);
        Assert.Equal(Payload.Of(one), one.Payload);
    }

    EntryWriter Writer() => new(chain, new PersonKeys(keys, new TestClock()), new TestClock());

    async Task<NewEntry> Written(Caller caller, Act act)
    {
        db.Note(act);
        await Writer().Write(db, caller, "test.act", TestContext.Current.CancellationToken);
        return chain.Written[^1].Entry;
    }
}
