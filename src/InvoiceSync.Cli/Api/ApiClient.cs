using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace InvoiceSync.Cli.Api;

/// <summary>Calls the portal's REST API. Waits out rate limits; a refusal is an answer, silence and a closed door are exceptions.</summary>
sealed class ApiClient : IDisposable
{
    const int Tries = 8;
    const int LargestAnswer = 8 * 1024 * 1024;
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    readonly HttpClient http;
    readonly TimeProvider time;
    readonly ApiAddress address;

    public ApiClient(ApiAddress address, TimeProvider time)
    {
        (this.address, this.time) = (address, time);
        // No redirects: they would carry the key to wherever they point.
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
        {
            BaseAddress = address.Url,
            Timeout = TimeSpan.FromSeconds(60),
            MaxResponseContentBufferSize = LargestAnswer,
        };
        if (address.Key is { } key) http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("invoicesync-cli", "1"));
    }

    public Task<Answer<T>> Get<T>(string path, CancellationToken ct) => Call<T>(() => new(HttpMethod.Get, path), ct);

    public Task<Answer<T>> Post<T>(string path, object body, CancellationToken ct) =>
        Call<T>(() => new(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json) }, ct);

    /// <summary>The answer as it came, for looking at; the caller disposes it.</summary>
    public async Task<HttpResponseMessage> Look(string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, ct);
    }

    public void Dispose() => http.Dispose();

    async Task<Answer<T>> Call<T>(Func<HttpRequestMessage> make, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = make();
            using var response = await Send(request, ct);
            if (response.StatusCode == HttpStatusCode.TooManyRequests && attempt < Tries)
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), time, ct);
            else
                return await Read<T>(response, ct);
        }
    }

    async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await http.SendAsync(request, ct);
        }
        catch (HttpRequestException lost)
        {
            throw new ApiException($"{address} does not answer: {lost.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ApiException($"{address} did not answer in time.");
        }
    }

    async Task<Answer<T>> Read<T>(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            if (response.IsSuccessStatusCode)
                return new(await response.Content.ReadFromJsonAsync<T>(Json, ct) ?? throw new ApiException($"{address} answered nothing."), null);

            var problem = await response.Content.ReadFromJsonAsync<Problem>(Json, ct);
            var (status, detail) = ((int)response.StatusCode, problem?.Detail ?? "no reason given");
            // A 503 with a code is about what was asked for: Stripe is away, say. Other 5xx are the portal's own trouble.
            return status is 401 or 403 or >= 500 and not 503 || problem?.Code is null ? throw new ApiException($"{address} refuses ({status}): {detail}") : new(default, new(status, problem?.Code ?? "", detail));
        }
        catch (JsonException)
        {
            throw new ApiException($"{address} answers {(int)response.StatusCode} with something that is not the InvoiceSync API. Check --api-url.");
        }
    }

    sealed record Problem(string? Detail, string? Code);
}
