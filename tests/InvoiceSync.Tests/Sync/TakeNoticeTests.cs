using System.Text.Json;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

public sealed class TakeNoticeTests
{
    static readonly SourceKey Key = new(SaleKind.Charge, "ch_1");
    static readonly FindHook.Owner Owner = new(Some.Tenant, Some.Connection, false, "acct_1", []);
    static readonly HookEnvelope Envelope = new("evt_1", "charge.succeeded", "charge", "ch_1") { CreatedAt = Some.Noon, AccountId = "acct_1" };

    [Fact]
    public void A_notice_about_a_sale_asks_to_read_it()
    {
        var entry = Of(Envelope, new HookMeaning.Refetch(Key));
        Assert.Equal((Key, null, "ReadSale", "Charge:ch_1"), (entry.Sale, entry.Ignored, entry.Work?.Name, entry.Work?.Key));
        Assert.Equal(new ReadSale(SaleKind.Charge, "ch_1"), JsonSerializer.Deserialize<ReadSale>(entry.Work!.Body, StoredJson.Options));
        Assert.Equal((Some.Tenant, Some.Noon), (entry.Work.Tenant, entry.Work.Due));
    }

    [Fact]
    public void Even_what_is_gone_is_looked_at_again() => Assert.Equal("ReadSale", Of(Envelope, new HookMeaning.Tombstone(Key)).Work?.Name);

    [Fact]
    public void What_belongs_to_some_sale_asks_to_find_it()
    {
        var entry = Of(Envelope, new HookMeaning.Locate("payment_intent", "pi_1"));
        Assert.Equal((null, null, "LocateSale", "payment_intent:pi_1"), (entry.Sale, entry.Ignored, entry.Work?.Name, entry.Work?.Key));
        Assert.Equal(new LocateSale("payment_intent", "pi_1"), JsonSerializer.Deserialize<LocateSale>(entry.Work!.Body, StoredJson.Options));
    }

    [Fact]
    public void What_means_nothing_is_kept_with_the_reason_and_asks_nothing()
    {
        var entry = Of(Envelope, new HookMeaning.Ignored("A payout is no sale."));
        Assert.Equal((null, "A payout is no sale.", null), (entry.Sale, entry.Ignored, entry.Work));
    }

    [Theory]
    [InlineData(true, false, "It is live and this connection is not.")]
    [InlineData(false, true, "It is test and this connection is not.")]
    public void A_notice_of_the_other_mode_asks_nothing(bool notice, bool connection, string why)
    {
        var entry = TakeNotice.Of(Owner with { Live = connection }, Envelope with { Live = notice }, new HookMeaning.Refetch(Key), "hook", default, Some.Noon);
        Assert.Equal((why, null, null), (entry.Ignored, entry.Work, entry.Sale));
    }

    [Fact]
    public void A_notice_for_another_account_asks_nothing()
    {
        var entry = Of(Envelope with { AccountId = "acct_2" }, new HookMeaning.Refetch(Key));
        Assert.Equal(("It is for account acct_2.", null), (entry.Ignored, entry.Work));
    }

    [Theory]
    [InlineData(null, "acct_1")]
    [InlineData("acct_1", null)]
    public void Where_one_side_names_no_account_the_hook_decides(string? notice, string? connection) =>
        Assert.NotNull(TakeNotice.Of(Owner with { AccountId = connection }, Envelope with { AccountId = notice }, new HookMeaning.Refetch(Key), "hook", default, Some.Noon).Work);

    [Fact]
    public void The_bytes_are_kept_as_they_came()
    {
        var raw = "{ \"id\" : 1 }"u8.ToArray();
        Assert.Equal(raw, TakeNotice.Of(Owner, Envelope, new HookMeaning.Refetch(Key), "poll", raw, Some.Noon) is { Via: "poll" } entry ? entry.Raw.ToArray() : []);
    }

    static InboxEntry Of(HookEnvelope envelope, HookMeaning meaning) => TakeNotice.Of(Owner, envelope, meaning, "hook", default, Some.Noon);
}
