using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Hosting;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Objects;
using InvoiceSync.Sandbox.Stripe.Webhooks;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe;

/// <summary>One call from wire to wire: key, faults, limits, parameters, idempotency, execution, answer.</summary>
sealed class StripeApi(Store store, PracticeClock clock, FaultBoard faults, RateLimit limit, Idempotency idempotency, Courier courier)
{
    const int LargestBody = 1 << 20;

    public async Task Serve(HttpContext http, StripeRoute route)
    {
        var requestId = "req_" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 14);
        http.Response.Headers["Request-Id"] = requestId;
        http.Response.Headers["Stripe-Version"] = http.Request.Headers["Stripe-Version"].FirstOrDefault() ?? Books.ApiVersion;
        if (http.Request.Headers["Idempotency-Key"].FirstOrDefault() is { } sent) http.Response.Headers["Idempotency-Key"] = sent;
        var struck = faults.Roll("stripe", http.Request.Path);
        if (struck.By(FaultDial.ResetBefore) is not null) { http.Abort(); return; }
        if (struck.By(FaultDial.Html) is not null) { await StripeWire.Html(http); return; }

        StripeAnswer answer;
        try
        {
            var account = Key.Account(http.Request.Headers.Authorization.FirstOrDefault());
            if (struck.By(FaultDial.Forbidden) is not null) throw StripeRefusal.Forbidden(http.Request.Path);
            if (struck.By(FaultDial.TooMany) is { } dial) { await StripeWire.TooMany(http, requestId, dial.Variant); return; }
            if (!limit.Admits(account)) { await StripeWire.TooMany(http, requestId, null); return; }
            var parameters = await Read(http);
            answer = await Answer(http, route, account, parameters, requestId, struck);
        }
        catch (StripeRefusal refusal)
        {
            answer = new(refusal.Status, refusal.ToJson(requestId));
        }
        if (struck.By(FaultDial.TimeoutAfterWork) is { } lost) { await Struck.LoseAnswer(http, lost); return; }
        await StripeWire.Write(http, answer);
    }

    async Task<StripeAnswer> Answer(
        HttpContext http, StripeRoute route, string account, Parameters parameters, string requestId, IReadOnlyList<FaultDial> struck)
    {
        var key = route.Verb == "POST" ? http.Request.Headers["Idempotency-Key"].FirstOrDefault() : null;
        if (key is { Length: > 255 }) throw StripeRefusal.Invalid("Idempotency keys must be 255 characters or less.", code: "idempotency_key_too_long");
        if (key is not null && !idempotency.Enter(account, key)) throw Idempotency.InUse(key);
        try
        {
            if (struck.By(FaultDial.Delayed) is { } dial) await Struck.Hold(dial, http.RequestAborted);
            var changes = store.Run(work =>
            {
                var books = new Books(work, account, clock.GetUtcNow(), requestId, key);
                var call = new StripeCall(books, parameters, Ids(http, route));
                var answer = Execute(route, call, http.Request.Path, struck.By(FaultDial.ErrorAfterWork) is not null);
                return (work.Changes, Answer: answer);
            });
            courier.Take(changes.Changes);
            return changes.Answer;
        }
        finally
        {
            if (key is not null) idempotency.Leave(account, key);
        }
    }

    static StripeAnswer Execute(StripeRoute route, StripeCall call, string path, bool losesTheAnswer)
    {
        var (books, key) = (call.Books, call.Books.IdempotencyKey);
        var fingerprint = key is null ? "" : Idempotency.Fingerprint(path, call.Parameters);
        if (key is not null && Idempotency.Replay(books, key, fingerprint) is { } told) return told;

        call.Parameters.OnlyKnows(route.Known.ToList());
        KnownAccounts.Note(books);
        var answer = Attempt(route, call);
        if (losesTheAnswer) answer = new(500, StripeWire.Broken(books.RequestId!));
        var began = answer.Status is < 400 or 402 or >= 500;
        if (key is not null && began) Idempotency.Keep(books, key, fingerprint, answer);
        return answer;
    }

    static StripeAnswer Attempt(StripeRoute route, StripeCall call)
    {
        try
        {
            var body = route.Run(call);
            Expansion.Apply(call.Books, call.Parameters, body);
            return new(200, body);
        }
        catch (StripeRefusal refusal)
        {
            return new(refusal.Status, refusal.ToJson(call.Books.RequestId!));
        }
    }

    static IReadOnlyList<string> Ids(HttpContext http, StripeRoute route) =>
        [.. route.Address.Split('/').Where(part => part.StartsWith('{')).Select(part => (string)http.Request.RouteValues[part[1..^1]]!)];

    static async Task<Parameters> Read(HttpContext http)
    {
        var query = http.Request.QueryString.Value?.TrimStart('?') ?? "";
        if (http.Request.Method != "POST") return new(FormTree.Read(query));
        if (http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
            throw StripeRefusal.Invalid("Invalid request (check that your POST content type is application/x-www-form-urlencoded).");
        var body = await Bodies.Read(http.Request, LargestBody)
            ?? throw new StripeRefusal(413, "invalid_request_error", null, "Request is too large.");
        return new(FormTree.Read(query, Encoding.UTF8.GetString(body)));
    }
}
