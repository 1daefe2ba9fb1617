using System.Net.Http.Headers;
using System.Text;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// Sends a call once. The key leaves only over TLS, or to this machine itself; answers are capped and redirects are not
/// followed (both set where the HTTP client is made).
/// </summary>
sealed class StripeWire(IHttpClientFactory clients)
{
    /// <summary>Why this account's key must not be used, before anything is sent; null when nothing speaks against it.</summary>
    public static string? Objection(SourceAccount account) => account switch
    {
        { ApiKey: "" } => "The API key is empty.",
        _ when account.ApiKey.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')) => "The API key has characters no Stripe key has.",
        _ when account.ApiKey.StartsWith("pk_", StringComparison.Ordinal) => "This is a publishable key; a secret or restricted key is needed.",
        _ when account.ApiKey.Contains(account.Live ? "_test_" : "_live_", StringComparison.Ordinal) => "The API key belongs to the other mode (test or live).",
        _ when account.BaseAddress.Scheme != Uri.UriSchemeHttps && !account.BaseAddress.IsLoopback => "A key is only sent over https.",
        _ when account.ApiVersion != StripeConnector.ApiVersion => $"Only Stripe's API {StripeConnector.ApiVersion} is understood, not {account.ApiVersion}.",
        _ => null,
    };

    public async Task<StripeReply> Send(SourceAccount account, StripeCall call, CancellationToken ct)
    {
        using var request = Request(account, call);
        try
        {
            using var http = clients.CreateClient(StripeConnector.Provider);
            using var response = await http.SendAsync(request, ct);
            return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(ct))
            {
                RequestId = Header(response, "Request-Id"),
                ShouldRetry = Header(response, "Stripe-Should-Retry") switch { "true" => true, "false" => false, _ => null },
                LimitReason = Header(response, "Stripe-Rate-Limited-Reason"),
            };
        }
        catch (HttpRequestException lost)
        {
            // An answer over the cap would be as large the next time.
            var again = lost.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? false : (bool?)null;
            return StripeReply.Lost($"{lost.HttpRequestError}: {lost.Message}") with { ShouldRetry = again };
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return StripeReply.Lost("No answer in time.");
        }
    }

    static HttpRequestMessage Request(SourceAccount account, StripeCall call)
    {
        var request = new HttpRequestMessage(call.Method, call.At(account.BaseAddress));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.ApiKey);
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.Add("Stripe-Version", account.ApiVersion);
        request.Headers.UserAgent.Add(new("InvoiceSync", "1.0"));
        if (!call.IsPost) return request;

        request.Headers.Add("Idempotency-Key", call.IdempotencyKey);
        request.Content = new StringContent(call.Form.ToString(), Encoding.ASCII, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return request;
    }

    static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
