using System.Threading.Channels;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Sync;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace InvoiceSync.IntegrationTests.Connectors;

/// <summary>An endpoint made over the API, and the deliveries that really arrive at it.</summary>
public sealed class StripeHookAgainstPracticeTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliveries_are_genuine_and_lead_to_the_sale()
    {
        await using var stripe = await PracticeStripe.Start(Ct);
        var arrived = Channel.CreateUnbounded<(byte[] Body, string? Signature)>();
        await using var listener = await Listen(arrived.Writer);
        var made = await stripe.Client.Send(stripe.Account, StripeCall.Post("/v1/webhook_endpoints", new StripeForm()
            .Add("url", $"{listener.Urls.Single()}/hook").AddEach("enabled_events", "*").Add("api_version", StripeConnector.ApiVersion)), Ct);
        var secret = Assert.IsType<StripeAnswer.Ok>(made).Value.Text("secret");
        var sale = (string)(await stripe.Sell("company", 1, Ct))[0]["id"]!;

        while (true)
        {
            var (body, signature) = await arrived.Reader.ReadAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Ct);
            Assert.Equal(HookVerdict.Genuine, stripe.Hook.Verify(body, signature, [secret], TimeProvider.System.GetUtcNow()));
            Assert.Equal(HookVerdict.SignatureWrong, stripe.Hook.Verify([.. body, (byte)' '], signature, [secret], TimeProvider.System.GetUtcNow()));

            var envelope = Assert.IsType<HookReading.Envelope>(stripe.Hook.Read(body)).Value;
            var meaning = stripe.Hook.Explain(envelope);
            if (envelope.Type != "invoice.paid") continue;

            Assert.Equal(new HookMeaning.Refetch(new(SaleKind.Invoice, sale)), meaning);
            return;
        }
    }

    static async Task<WebApplication> Listen(ChannelWriter<(byte[], string?)> arrived)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/hook", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            await arrived.WriteAsync((body.ToArray(), http.Request.Headers["Stripe-Signature"]), http.RequestAborted);
        });
        await app.StartAsync(Ct);
        return app;
    }
}
