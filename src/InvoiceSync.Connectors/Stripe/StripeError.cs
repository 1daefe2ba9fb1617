namespace InvoiceSync.Connectors.Stripe;

/// <summary>The classes Stripe's own clients sort errors into; codes Stripe adds later fall into the class of their status.</summary>
enum StripeErrorKind
{
    InvalidRequest,
    Idempotency,
    Authentication,
    Card,
    Permission,
    Conflict,
    DependencyFailed,
    RateLimit,
    Api,
}

/// <summary>A refusal by Stripe, with the request id its support and our logs find it by. The message never holds a whole key.</summary>
sealed record StripeError(StripeErrorKind Kind, int Status, string Message)
{
    public string? Type { get; init; }

    public string? Code { get; init; }

    public string? DeclineCode { get; init; }

    public string? Param { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Which limit was hit: global-rate, endpoint-rate, global-concurrency, endpoint-concurrency, resource-specific.</summary>
    public string? LimitReason { get; init; }

    public bool IsMissing => Code == "resource_missing";

    /// <summary>Null when the body is not an error as Stripe writes it: then somebody else answered.</summary>
    public static StripeError? Read(int status, ReadOnlySpan<byte> body, string? requestId, string? limitReason)
    {
        try
        {
            var answer = StripeObject.Parse(body);
            return answer.Inner("error") is { } error
                ? Of(status, error, requestId, limitReason)
                : OfOAuth(status, answer, requestId);
        }
        catch (StripeShapeException)
        {
            return null;
        }
    }

    public override string ToString() => $"Stripe answered {Status} {Code ?? Type}: {Message} ({RequestId ?? "no request id"})";

    static StripeError Of(int status, StripeObject error, string? requestId, string? limitReason)
    {
        var type = error.TextOrNone("type");
        var code = error.TextOrNone("code");
        return new(KindOf(status, type, code), status, error.TextOrNone("message") ?? "no message")
        {
            Type = type,
            Code = code,
            DeclineCode = error.TextOrNone("decline_code"),
            Param = error.TextOrNone("param"),
            RequestId = requestId,
            LimitReason = limitReason,
        };
    }

    // connect.stripe.com writes error as text, with error_description beside it.
    static StripeError? OfOAuth(int status, StripeObject answer, string? requestId) => answer.TextOrNone("error") is { } code
        ? new(KindOf(status, null, code), status, answer.TextOrNone("error_description") ?? code) { Code = code, RequestId = requestId }
        : null;

    static StripeErrorKind KindOf(int status, string? type, string? code) => (status, type, code) switch
    {
        (400 or 404, "idempotency_error", _) => StripeErrorKind.Idempotency,
        (400, _, "rate_limit") or (429, _, _) => StripeErrorKind.RateLimit,
        (401, _, _) => StripeErrorKind.Authentication,
        (402, _, _) => StripeErrorKind.Card,
        (403, _, _) => StripeErrorKind.Permission,
        (409, _, _) => StripeErrorKind.Conflict,
        (424, _, _) => StripeErrorKind.DependencyFailed,
        ( >= 500, _, _) => StripeErrorKind.Api,
        _ => StripeErrorKind.InvalidRequest,
    };
}
