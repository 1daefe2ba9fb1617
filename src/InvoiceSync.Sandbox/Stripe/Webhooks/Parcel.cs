using System.Net.Http.Headers;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Objects;

namespace InvoiceSync.Sandbox.Stripe.Webhooks;

/// <summary>Packs one delivery and posts it. Signed with the real time: the receiver measures age on its own clock.</summary>
sealed class Parcel(PracticeClock clock, PracticeOptions options) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = options.WebhookTimeout };

    public sealed record Letter(Uri Url, string Type, byte[] Body, IReadOnlyList<string> Secrets, int Attempts);

    public Letter? Pack(Work work, string table, string id)
    {
        var account = table.Split('/')[1];
        var books = new Books(work, account, clock.GetUtcNow(), null, null);
        if (books.Find("delivery", id) is not { } delivery || (string?)delivery["state"] != Deliveries.Pending) return null;
        var endpoint = books.Find("webhook_endpoint", (string)delivery["endpoint"]!);
        if (endpoint is null || (string?)endpoint["status"] != "enabled")
        {
            delivery["state"] = Deliveries.Canceled;
            books.Put("delivery", delivery);
            return null;
        }
        return new Letter(new Uri((string)endpoint["url"]!), (string)delivery["type"]!,
            books.Table("event").Find((string)delivery["event"]!)!.Json,
            Endpoints.Secrets(books, (string)endpoint["id"]!), delivery["attempts"]!.AsArray().Count);
    }

    /// <summary>The status the receiver gave, or null when there was none. A redirect counts as a failure.</summary>
    public async Task<int?> Send(Letter letter, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, letter.Url) { Content = new ByteArrayContent(letter.Body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        message.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
        message.Headers.TryAddWithoutValidation("Stripe-Signature",
            Signature.Header(options.Time.GetUtcNow().ToUnixTimeSeconds(), letter.Body, letter.Secrets));
        try
        {
            using var response = await http.SendAsync(message, ct);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => http.Dispose();
}
