using System.Text;
using InvoiceSync.Connectors.Stripe;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeTextTests
{
    [Fact]
    public void A_NUL_in_a_text_is_dropped_since_no_database_keeps_one()
    {
        var read = Parse("""{"id":"in_1","name":"Ana\u0000 Pop\u0000","metadata":{"a\u0000b":"c\u0000d","ab":"e"}}""");
        Assert.Equal("Ana Pop", read.Text("name"));
        Assert.Equal(new Dictionary<string, string> { ["ab"] = "e" }, read.Pairs("metadata"));
    }

    [Fact]
    public void Half_a_character_is_no_text() =>
        Assert.Throws<StripeShapeException>(() => Parse("""{"id":"in_1","metadata":{"a":"\ud800"}}""").Pairs("metadata"));

    static StripeObject Parse(string json) => StripeObject.Parse(Encoding.UTF8.GetBytes(json));
}
