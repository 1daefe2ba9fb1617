using System.Net;
using System.Security.Cryptography;
using System.Text;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Webhooks;

/// <summary>Posts to a company's hook as Stripe does: raw bytes and the header over them.</summary>
sealed class HookPoster(Uri hook) : IDisposable
{
    public const string Secret = "whsec_golden_secret_A";

    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The hook of a company, which from now on trusts these secrets.</summary>
    public static async Task<HookPoster> Of(PortalUnderTest portal, Company company, Uri? address = null, params string[] secrets)
    {
        await portal.Send(company.Owner, new ConnectStripe(null, secrets.Length == 0 ? [Secret] : secrets));
        var path = (await portal.Ask(company.Owner, new GetConnections())).Single(c => c.Provider == "stripe").HookPath!;
        return new(new Uri(address ?? portal.Address, path));
    }

    public static string Sign(byte[] body, string secret = Secret, long? at = null)
    {
        var stamp = at ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{stamp}."), .. body];
        return $"t={stamp},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    public static byte[] Event(string id, string type = "customer.updated", string objectId = "cus_x", bool live = false, string extra = "") => Encoding.UTF8.GetBytes(
        $$"""{"id":"{{id}}","object":"event","type":"{{type}}","created":1763600000,"livemode":{{(live ? "true" : "false")}},{{extra}}"data":{"object":{"id":"{{objectId}}","object":"{{type.Split('.')[0]}}"} } }""");

    public Task<HttpStatusCode> Post(byte[] body) => Post(body, Sign(body));

    public async Task<HttpStatusCode> Post(byte[] body, string? header, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hook) { Content = new ByteArrayContent(body) };
        if (header is not null) request.Headers.TryAddWithoutValidation("Stripe-Signature", header);
        request.Headers.TransferEncodingChunked = chunked;
        // Asks before it sends: a server that refuses by the length alone hangs up while a hasty client still writes.
        request.Headers.ExpectContinue = body.Length > 1 << 20;
        using var answer = await http.SendAsync(request, Ct);
        return answer.StatusCode;
    }

    public void Dispose() => http.Dispose();
}
