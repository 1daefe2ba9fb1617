using System.Text;
using InvoiceSync.Connectors.Stripe;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeErrorTests
{
    [Theory]
    [InlineData("30-error-1-400", "InvalidRequest", "parameter_missing")]
    [InlineData("30-error-2-401", "Authentication", null)]
    [InlineData("30-error-3-402", "Card", "card_declined")]
    [InlineData("30-error-4-403", "Permission", null)]
    [InlineData("30-error-5-404", "InvalidRequest", "resource_missing")]
    [InlineData("30-error-6-400", "Idempotency", null)]
    [InlineData("30-error-7-429", "RateLimit", "rate_limit")]
    [InlineData("30-error-8-500", "Api", null)]
    public void Every_error_falls_into_the_official_clients_class(string golden, string kind, string? code)
    {
        var told = GoldenExchange.Of(golden)[0];
        var error = Read(told.Status, told.ReplyBody)!;

        Assert.Equal((kind, code, told.Status, "req_1"), (error.Kind.ToString(), error.Code, error.Status, error.RequestId));
        Assert.Contains("req_1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_we_branch_on_are_kept()
    {
        var declined = Read(402, """{"error":{"type":"card_error","code":"card_declined","decline_code":"insufficient_funds","param":"source","message":"No."}}""")!;

        Assert.Equal(("card_error", "insufficient_funds", "source"), (declined.Type, declined.DeclineCode, declined.Param));
        Assert.Equal(StripeErrorKind.RateLimit, Read(400, """{"error":{"type":"invalid_request_error","code":"rate_limit","message":"Slow."}}""")!.Kind);
        Assert.Equal(StripeErrorKind.DependencyFailed, Read(424, """{"error":{"message":"Elsewhere."}}""")!.Kind);
        Assert.Equal(StripeErrorKind.InvalidRequest, Read(418, """{"error":{"type":"never_heard","code":"of_it","message":"Tea."}}""")!.Kind);
    }

    [Fact]
    public void An_oauth_error_is_text_with_a_description_beside_it()
    {
        var error = Read(400, """{"error":"invalid_grant","error_description":"This authorization code has expired."}""")!;
        Assert.Equal(("invalid_grant", "This authorization code has expired."), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"ok":false}""")]
    [InlineData("""{"error":7}""")]
    public void What_stripe_never_wrote_is_no_error_of_stripes(string body) => Assert.Null(Read(502, body));

    static StripeError? Read(int status, string body) => StripeError.Read(status, Encoding.UTF8.GetBytes(body), "req_1", null);
}
