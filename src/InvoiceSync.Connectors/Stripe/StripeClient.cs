using System.Security.Cryptography;
using InvoiceSync.Sync;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// Stripe's API: one call with our rate budget, Stripe's retry policy and one closed answer. Logs name the path, status and
/// request id; never the key, the query or the body.
/// </summary>
sealed class StripeClient(StripeWire wire, StripeBudget budget, TimeProvider time, ILogger<StripeClient> log)
{
    /// <summary>Reads an object. A GET has no idempotency key: it would have no effect.</summary>
    public async Task<SourceAnswer<StripeObject>> Get(SourceAccount account, StripeCall call, CancellationToken ct) =>
        (await Send(account, call, ct)).ToSource();

    public async Task<StripeAnswer> Send(SourceAccount account, StripeCall call, CancellationToken ct)
    {
        if (StripeWire.Objection(account) is { } objection) return Refusal(objection);

        var keyed = call.IsPost && call.IdempotencyKey is null
            ? call with { IdempotencyKey = $"invoicesync-{Guid.CreateVersion7(time.GetUtcNow()):N}" }
            : call;
        for (var attempt = 1; ; attempt++)
        {
            if (await budget.Enter(account, ct) is { } tooLong) return new StripeAnswer.Withheld(tooLong);

            var reply = await wire.Send(account, keyed, ct);
            log.LogDebug("Stripe {Method} {Path} answered {Status} ({RequestId})", call.Method, call.Path, reply.Status, reply.RequestId);
            if (StripeRetry.Pause(reply, attempt, call.Impatient, Chance()) is not { } wait) return Judge(call, reply);

            log.LogInformation("Stripe {Method} {Path} answered {Status} ({RequestId}); again in {Wait}",
                call.Method, call.Path, reply.Status, reply.RequestId ?? reply.Trouble, wait);
            if (reply.Status == 429) budget.Pause(account, wait);
            await Task.Delay(wait, time, ct);
        }
    }

    StripeAnswer Judge(StripeCall call, StripeReply reply)
    {
        if (reply.IsLost) return new StripeAnswer.Lost($"{reply.Trouble} ({call.Method} {call.Path})");
        if (!reply.IsOk) return Refused(call, reply);
        try
        {
            return new StripeAnswer.Ok(StripeObject.Parse(reply.Body), reply.RequestId);
        }
        catch (StripeShapeException shape)
        {
            return new StripeAnswer.Broken($"{shape.Message} ({call.Method} {call.Path}, {reply.RequestId ?? "no request id"})");
        }
    }

    StripeAnswer Refused(StripeCall call, StripeReply reply)
    {
        var error = StripeError.Read(reply.Status, reply.Body, reply.RequestId, reply.LimitReason);
        log.LogWarning("Stripe refused {Method} {Path}: {Status} {Code} ({RequestId})",
            call.Method, call.Path, reply.Status, error?.Code ?? error?.Type, reply.RequestId);
        return error is not null
            ? new StripeAnswer.Refused(error)
            : reply.Status >= 500
                ? new StripeAnswer.Lost($"The server answered {reply.Status} without saying why ({call.Method} {call.Path}).")
                : new StripeAnswer.Broken($"The server answered {reply.Status}, and not as Stripe does ({call.Method} {call.Path}). Is the address right?");
    }

    static StripeAnswer.Refused Refusal(string why) => new(new(StripeErrorKind.Authentication, 0, why));

    static double Chance() => RandomNumberGenerator.GetInt32(1000) / 1000.0;
}
