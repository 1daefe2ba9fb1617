using System.Net;
using InvoiceSync.Connectors;
using InvoiceSync.Connectors.Hooks;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Tests.Connectors.Hooks;

public sealed class HookLineTests
{
    // The published vector of Standard Webhooks.
    const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static readonly HookMessage Message = new("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}""");
    static readonly Uri Address = new("https://hooks.example.com/in");

    [Fact]
    public void The_signature_is_that_of_the_standard()
    {
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", HookSignature.Of(Message, Secret));
        Assert.NotEqual(HookSignature.Of(Message, Secret), HookSignature.Of(Message with { Body = "{}" }, Secret));
        Assert.NotEqual(HookSignature.Of(Message, Secret), HookSignature.Of(Message, HookSecret.New()));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, true)]
    [InlineData(HttpStatusCode.Redirect, false)]
    [InlineData(HttpStatusCode.InternalServerError, false)]
    public async Task It_posts_with_the_three_headers_and_takes_two_hundreds_alone_for_taken(HttpStatusCode status, bool taken)
    {
        var end = new OtherEnd(status);
        using var line = new GuardedLine(end, loopback: false, TimeSpan.FromSeconds(5));
        var reply = await new HookLine(line).Post(Address, Secret, Message, TestContext.Current.CancellationToken);
        Assert.Equal((taken, (int)status), (reply.IsTaken, reply.Status));
        Assert.Equal(("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", HookSignature.Of(Message, Secret)), (end.Header("webhook-id"), end.Header("webhook-timestamp"), end.Header("webhook-signature")));
        Assert.Equal(Message.Body, end.Body);
    }

    [Theory]
    [InlineData("http://hooks.example.com/in")]
    [InlineData("https://127.0.0.1/in")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://portal.internal/in")]
    public async Task Inner_addresses_and_plain_http_are_not_called(string address)
    {
        var end = new OtherEnd(HttpStatusCode.OK);
        using var line = new GuardedLine(end, loopback: false, TimeSpan.FromSeconds(5));
        Assert.False(new HookLine(line).MayCall(new(address)));
        Assert.Equal("address_refused", (await new HookLine(line).Post(new(address), Secret, Message, TestContext.Current.CancellationToken)).Problem);
        Assert.Null(end.Body);
    }

    sealed class OtherEnd(HttpStatusCode status) : HttpMessageHandler
    {
        HttpRequestMessage? asked;

        public string? Body { get; private set; }

        public string Header(string name) => asked!.Headers.GetValues(name).Single();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (asked, Body) = (request, await request.Content!.ReadAsStringAsync(cancellationToken));
            return new(status);
        }
    }
}
