using System.Data.Common;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Sync;

/// <summary>
/// POST /stripe/hook/{endpointId}: raw bytes in, verified, stored, committed, and only then 200. No call to Stripe is made here.
/// 400 for what is not genuine, 404 for an unknown endpoint, 503 when it could not be stored: Stripe sends those again.
/// </summary>
static class StripeHook
{
    // The signature is the only identity here, so the request goes past signing-in and permissions altogether.
    public static void MapStripeHook(this WebApplication app) =>
        app.MapPost("/stripe/hook/{endpointId:length(40)}", Receive).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().ShortCircuit();

    static async Task<IResult> Receive(
        string endpointId,
        HttpContext http,
        HookOwners owners,
        HookIntake intake,
        [FromKeyedServices("stripe")] IInboundHook hook,
        TimeProvider time)
    {
        try
        {
            return await owners.Find("stripe", endpointId, http.RequestAborted) is { } owner ? await Take(owner, http.Request, intake, hook, time) : Results.NotFound();
        }
        catch (Exception away) when (away is DbException or InvalidOperationException { InnerException: DbException } or RuleBrokenException { Error.Kind: ErrorKind.Unavailable })
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    static async Task<IResult> Take(FindHook.Owner owner, HttpRequest request, HookIntake intake, IInboundHook hook, TimeProvider time)
    {
        // The very bytes that were signed: no reader, no model binding, no re-writing.
        var ct = request.HttpContext.RequestAborted;
        var body = await RequestBody.Read(request, ct);
        if (body is null) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);

        var now = time.GetUtcNow();
        var verdict = hook.Verify(body, request.Headers["Stripe-Signature"], owner.Secrets, now);
        if (verdict != HookVerdict.Genuine) return Results.BadRequest(new { error = verdict.ToString() });
        if (hook.Read(body) is not HookReading.Envelope(var envelope)) return Results.BadRequest(new { error = "Unreadable" });

        await intake.Accept(TakeNotice.Of(owner, envelope, hook.Explain(envelope), "webhook", body, now), ct);
        return Results.Ok();
    }
}
