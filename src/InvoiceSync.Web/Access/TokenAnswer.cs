using System.Globalization;
using System.Text.Json.Serialization;

namespace InvoiceSync.Web.Access;

/// <summary>The words of RFC 6749 §5: a token, or one of its few errors. Nothing of it may be kept by anybody on the way.</summary>
sealed class TokenAnswer(int status, object body) : IResult
{
    string? challenge;
    int? wait;

    public static TokenAnswer Given(string token, TimeSpan life, IReadOnlyList<string> scopes) =>
        new(StatusCodes.Status200OK, new Success(token, "Bearer", (int)life.TotalSeconds, string.Join(' ', scopes)));

    public static TokenAnswer Refused(string error, string why) => new(StatusCodes.Status400BadRequest, new Failure(error, why));

    public static TokenAnswer UnknownClient(bool byHeader) =>
        new(StatusCodes.Status401Unauthorized, new Failure("invalid_client", "No such client, a wrong secret, or a client that is not in force from this address."))
        {
            challenge = byHeader ? "Basic realm=\"InvoiceSync\"" : null,
        };

    public static TokenAnswer TooMany(TimeSpan pause) =>
        new(StatusCodes.Status429TooManyRequests, new Failure("temporarily_unavailable", "Too many token requests. Use a token until it expires; come back when Retry-After has passed."))
        {
            wait = Math.Max(1, (int)Math.Ceiling(pause.TotalSeconds)),
        };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        (headers.CacheControl, headers.Pragma) = ("no-store", "no-cache");
        if (challenge is not null) headers.WWWAuthenticate = challenge;
        if (wait is { } seconds) headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Results.Json(body, statusCode: status).ExecuteAsync(httpContext);
    }

    sealed record Success(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope);

    sealed record Failure([property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string Description);
}
