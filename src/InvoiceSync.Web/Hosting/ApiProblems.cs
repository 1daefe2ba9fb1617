using System.Text.Json;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace InvoiceSync.Web.Hosting;

/// <summary>Refusals on the wire: ProblemDetails (RFC 9457), one status for each kind, and a type that ends in the code.</summary>
static class ApiProblems
{
    public static ProblemHttpResult ToProblem(this Error error) => error.ToProblem(StatusOf(error.Kind), error.Kind.ToString());

    /// <summary>For the few statuses HTTP has a word for and our kinds do not: 401, 413, 429.</summary>
    public static ProblemHttpResult ToProblem(this Error error, int status) => error.ToProblem(status, ReasonPhrases.GetReasonPhrase(status));

    static ProblemHttpResult ToProblem(this Error error, int status, string title)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = error.Code };
        if (error.Field is { } field) extensions["field"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(field);
        return TypedResults.Problem(
            detail: error.Message,
            statusCode: status,
            title: title,
            type: $"/docs/errors#{error.Code}",
            extensions: extensions);
    }

    /// <summary>
    /// The answer when something broke that should not: no inner words leave, the correlation id finds them in the log. A
    /// request that was broken itself (cut off, larger than allowed, not HTTP) is the caller's and no trouble of ours.
    /// </summary>
    public static ExceptionHandlerOptions Unexpected => new()
    {
        ExceptionHandler = http => Answer(http).ExecuteAsync(http),
        StatusCodeSelector = broken => broken is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
    };

    static IResult Answer(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
        ? ApiErrors.RequestBroken.ToProblem(bad.StatusCode)
        : Results.Problem(
            "Something went wrong on our side. Nothing was changed. Tell us this number if it happens again.",
            statusCode: StatusCodes.Status500InternalServerError,
            extensions: new Dictionary<string, object?> { ["correlation"] = http.TraceIdentifier });

    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Refused => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
