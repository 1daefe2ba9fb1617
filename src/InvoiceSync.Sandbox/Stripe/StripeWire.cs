using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe;

/// <summary>How answers look on the wire.</summary>
static class StripeWire
{
    static readonly JsonSerializerOptions Pretty = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Task Write(HttpContext http, StripeAnswer answer)
    {
        var headers = http.Response.Headers;
        if (answer.ReplayOf is not null)
        {
            headers["Idempotent-Replayed"] = "true";
            headers["Original-Request"] = answer.ReplayOf;
        }
        if (answer.Status >= 400) headers["Stripe-Should-Retry"] = answer.Status == 409 ? "true" : "false";
        if (answer.Status >= 500) headers.Remove("Stripe-Should-Retry");
        return Send(http, answer.Status, answer.Body);
    }

    /// <summary>The limiter stands before the idempotency layer: a 429 says nothing about an earlier attempt.</summary>
    public static Task TooMany(HttpContext http, string requestId, string? variant)
    {
        var held = variant == "lock_timeout";
        if (held) http.Response.Headers["Stripe-Should-Retry"] = "true";
        else http.Response.Headers["Stripe-Rate-Limited-Reason"] = "global-rate";
        var refusal = held
            ? new StripeRefusal(429, "invalid_request_error", "lock_timeout",
                "This object cannot be accessed right now because another API request or Stripe process is currently accessing it.")
            : new StripeRefusal(429, "invalid_request_error", "rate_limit",
                "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.");
        return Send(http, 429, refusal.ToJson(requestId));
    }

    public static JsonObject Broken(string requestId) =>
        new StripeRefusal(500, "api_error", null, "An unknown error occurred").ToJson(requestId);

    public static Task Html(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Struck.HtmlPage, http.RequestAborted);
    }

    public static Task Unknown(HttpContext http)
    {
        var refusal = new StripeRefusal(404, "invalid_request_error", null,
            $"Unrecognized request URL ({http.Request.Method}: {http.Request.Path}). If you are trying to list objects, remove the trailing slash. " +
            "If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.");
        http.Response.Headers["Request-Id"] = "req_unrouted";
        return Send(http, 404, refusal.ToJson("req_unrouted"));
    }

    static async Task Send(HttpContext http, int status, JsonObject body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString(Pretty));
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
