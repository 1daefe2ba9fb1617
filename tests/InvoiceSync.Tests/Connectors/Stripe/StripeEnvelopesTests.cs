using System.Text;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeEnvelopesTests
{
    static readonly StripeHook Hook = new();

    [Fact]
    public void A_snapshot_names_its_object_account_mode_and_version()
    {
        var e = Read("""
            {"id":"evt_1","object":"event","account":"acct_9","api_version":"2026-10-28.endive","created":1763599999,
             "data":{"object":{"id":"in_1","object":"invoice","lines":{"data":[{"id":"il_1","object":"line_item"}]}},
             "previous_attributes":{"id":"in_0"}},"livemode":true,"type":"invoice.paid","unheard_of":{"id":"x"}}
            """);

        Assert.Equal(("evt_1", "invoice.paid", "invoice", "in_1"), (e.EventId, e.Type, e.ObjectType, e.ObjectId));
        Assert.Equal(("acct_9", true, "2026-10-28.endive", false), (e.AccountId, e.Live, e.ApiVersion, e.IsThin));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_763_599_999), e.CreatedAt);
        Assert.Equal(new HookMeaning.Refetch(new(SaleKind.Invoice, "in_1")), Hook.Explain(e));
    }

    [Fact]
    public void A_thin_event_means_the_same_as_its_twin()
    {
        var e = Read("""
            {"id":"evt_thin","object":"v2.core.event","type":"v1.invoice.paid","created":"2026-11-20T08:00:00.123Z","livemode":false,
             "context":"acct_9","related_object":{"id":"in_1","type":"invoice","url":"/v1/invoices/in_1"},"snapshot_event":"evt_1"}
            """);

        Assert.Equal(("invoice.paid", "invoice", "in_1", "evt_1", "acct_9"), (e.Type, e.ObjectType, e.ObjectId, e.SnapshotEventId, e.AccountId));
        Assert.True(e.IsThin);
        Assert.Equal(new HookMeaning.Refetch(new(SaleKind.Invoice, "in_1")), Hook.Explain(e));
    }

    [Theory]
    [InlineData("invoice_payment.paid", """{"id":"inpay_1","object":"invoice_payment","invoice":"in_1"}""", "invoice in_1")]
    [InlineData("invoice_payment.paid", """{"id":"inpay_1","object":"invoice_payment","invoice":{"object":"invoice","id":"in_1"}}""", "invoice in_1")]
    [InlineData("payment_intent.succeeded", """{"id":"pi_1","object":"payment_intent","latest_charge":"ch_1","invoice":"in_1"}""", "charge ch_1")]
    [InlineData("charge.dispute.created", """{"id":"du_1","object":"dispute","charge":"ch_1"}""", "charge ch_1")]
    [InlineData("charge.refund.updated", """{"id":"re_1","object":"refund","charge":"py_1"}""", "charge py_1")]
    [InlineData("charge.refunded", """{"id":"ch_1","object":"charge","invoice":"in_1"}""", "charge ch_1")]
    public void The_sale_behind_an_object_is_fetched(string type, string inside, string key) =>
        Assert.Equal(key, Assert.IsType<HookMeaning.Refetch>(Hook.Explain(Event(type, inside))).Key.ToString());

    [Fact]
    public void What_an_event_does_not_tell_is_asked()
    {
        Assert.Equal(new HookMeaning.Locate("payment_intent", "pi_1"), Hook.Explain(Event("payment_intent.succeeded", """{"id":"pi_1","object":"payment_intent"}""")));
        Assert.Equal(new HookMeaning.Tombstone(new(SaleKind.Invoice, "in_1")), Hook.Explain(Event("invoice.deleted", """{"id":"in_1","object":"invoice"}""")));
        Assert.IsType<HookMeaning.Ignored>(Hook.Explain(Event("invoice.upcoming", """{"object":"invoice"}""")));
        Assert.IsType<HookMeaning.Ignored>(Hook.Explain(Event("customer.deleted", """{"id":"cus_1","object":"customer"}""")));
        Assert.IsType<HookMeaning.Ignored>(Hook.Explain(Event("nobody.knows", """{"id":"x"}""")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"evt_1","object":"event"}""")]
    [InlineData("""{"id":"evt_1","object":"event","type":"invoice.paid","created":"then","livemode":false,"data":{"object":{"id":"in_1"}}}""")]
    [InlineData("""{"id":"evt_1","object":"event","type":"invoice.paid","created":1,"data":{"object":{"id":"in_1"}}}""")]
    [InlineData("""{"id":"evt_1","object":"event","type":"invoice.paid","created":1,"livemode":false,"data":{"object":{"id":"in_1"}}} and more""")]
    [InlineData("""{"id":"in_1","object":"invoice"}""")]
    public void What_is_no_event_is_refused_with_a_reason(string body) =>
        Assert.NotEmpty(Assert.IsType<HookReading.Unreadable>(Hook.Read(Encoding.UTF8.GetBytes(body))).Why);

    [Fact]
    public void Bytes_that_are_no_text_and_ids_without_end_are_refused()
    {
        byte[] broken = [.. "{\"id\":\""u8, 0xFF, 0xFE, .. "\"}"u8];
        Assert.IsType<HookReading.Unreadable>(Hook.Read(broken));
        Assert.IsType<HookReading.Unreadable>(Hook.Read(Encoding.UTF8.GetBytes(Body("invoice.paid", $$"""{"id":"{{new string('x', 256)}}"}"""))));
        Assert.IsType<HookReading.Envelope>(Hook.Read(Encoding.UTF8.GetBytes(Body("invoice.paid", $$"""{"id":"{{new string('x', 255)}}"}"""))));
        Assert.IsType<HookReading.Unreadable>(Hook.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))));
    }

    static HookEnvelope Event(string type, string inside) => Read(Body(type, inside));

    static string Body(string type, string inside) =>
        $$$"""{"id":"evt_1","object":"event","type":"{{{type}}}","created":1700000000,"livemode":false,"data":{"object":{{{inside}}}}}""";

    static HookEnvelope Read(string body) => Assert.IsType<HookReading.Envelope>(Hook.Read(Encoding.UTF8.GetBytes(body))).Value;
}
