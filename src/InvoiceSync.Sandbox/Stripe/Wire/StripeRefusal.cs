using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>A refusal in Stripe's words: HTTP status plus the <c>error</c> hash of the API reference.</summary>
sealed class StripeRefusal(int status, string type, string? code, string message, string? param = null) : Exception(message)
{
    public int Status => status;

    public JsonObject? PaymentIntent { get; init; }

    public string? DeclineCode { get; init; }

    public string? Charge { get; init; }

    public JsonObject ToJson(string requestId)
    {
        var error = new JsonObject { ["type"] = type };
        if (code is not null)
        {
            error["code"] = code;
            error["doc_url"] = $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}";
        }
        if (DeclineCode is not null) error["decline_code"] = DeclineCode;
        error["message"] = Message;
        if (param is not null) error["param"] = param;
        if (Charge is not null) error["charge"] = Charge;
        if (PaymentIntent is not null) error["payment_intent"] = PaymentIntent.DeepClone();
        error["request_log_url"] = $"https://dashboard.stripe.com/test/logs/{requestId}";
        return new JsonObject { ["error"] = error };
    }

    public static StripeRefusal Invalid(string message, string? param = null, string? code = null) =>
        new(400, "invalid_request_error", code, message, param);

    public static StripeRefusal Missing(string param) =>
        new(400, "invalid_request_error", "parameter_missing", $"Missing required param: {param}.", param);

    public static StripeRefusal Unknown(string param) =>
        new(400, "invalid_request_error", "parameter_unknown", $"Received unknown parameter: {param}", param);

    public static StripeRefusal NotFound(string kind, string id, string param = "id") =>
        new(404, "invalid_request_error", "resource_missing", $"No such {kind}: '{id}'", param);

    /// <summary>What a restricted key without the right for an address hears.</summary>
    public static StripeRefusal Forbidden(string path) => new(403, "invalid_request_error", "more_permissions_required_for_application",
        $"The provided key does not have the required permissions for this endpoint ({path}). Having more permissions would allow this request to continue.");

    public static StripeRefusal Unauthorized(string message, string? code = null) =>
        new(401, "invalid_request_error", code, message);
}
