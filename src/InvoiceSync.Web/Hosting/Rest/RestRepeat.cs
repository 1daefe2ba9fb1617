using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// Idempotency-Key on every POST: the first request under a key is carried out, any other with the same content gets its answer, for 24 hours and of
/// the same API client. Of many at once one works; the others wait a little, then are told to come back. Answers of 5xx and 429 are not kept.
/// </summary>
static class RestRepeat
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotent-Replayed";
    const int LongestKey = 255;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3), Pause = TimeSpan.FromMilliseconds(100);
    static readonly object Mark = new();

    public static CallMark? MarkOf(HttpContext http) => http.Items[Mark] as CallMark;

    public static async ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (http, ct) = (call.HttpContext, call.HttpContext.RequestAborted);
        var header = http.Request.Headers[Header];
        if (!HttpMethods.IsPost(http.Request.Method) || header.Count == 0) return await next(call);
        if (header is not [{ Length: > 0 and <= LongestKey } key] || !key.All(c => c is >= ' ' and <= '~')) return RestErrors.RepeatKeyInvalid.ToRestProblem();
        if (await Content(http.Request, ct) is not { } request) return ApiErrors.BodyTooLarge.ToRestProblem();

        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{PortalClaims.CallerOf(http).Actor}\n{key}")).AsSpan(0, 16));
        var begun = await Begin(http, id, request, ct);
        if (begun.Error is { } refused) return refused.ToRestProblem();
        var state = begun.OrThrow();
        if (state.Answer is { } sealedAnswer) return KeptAnswer.Open(http, id, sealedAnswer);
        if (state.Mark is { } mark) return await Run(call, next, mark);
        http.Response.Headers.RetryAfter = "1";
        return RestErrors.RepeatInProgress.ToRestProblem();
    }

    // Waits for somebody who runs it; two who began at once look again.
    static async Task<Result<BeginCall.State>> Begin(HttpContext http, Guid id, byte[] request, CancellationToken ct)
    {
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        var dispatcher = http.RequestServices.GetRequiredService<IDispatcher>();
        for (var until = time.GetUtcNow() + Patience; ;)
        {
            var state = await dispatcher.Send(new BeginCall(id, request), ct);
            var isOver = state.IsOk ? state.OrThrow() is not { Mark: null, Answer: null } : state.Error!.Code is not ("row.duplicated" or "row.changed" or "database.busy");
            if (isOver || time.GetUtcNow() >= until) return state;
            await Task.Delay(Pause, time, ct);
        }
    }

    static async Task<object?> Run(EndpointFilterInvocationContext call, EndpointFilterDelegate next, CallMark mark)
    {
        var http = call.HttpContext;
        var body = http.Response.Body;
        using var written = new MemoryStream();
        byte[]? kept = null;
        try
        {
            http.Items[Mark] = mark;
            http.Response.Body = written;
            if (await next(call) is IResult result) await result.ExecuteAsync(http);
            if (http.Response.StatusCode is < 500 and not StatusCodes.Status429TooManyRequests) kept = KeptAnswer.Seal(http, mark.Id, written);
        }
        finally
        {
            http.Response.Body = body;
            http.Items.Remove(Mark);
            // Whether the caller still listens or not: those who repeat it will ask.
            await http.RequestServices.GetRequiredService<IDispatcher>().Send(new FinishCall(mark, kept), CancellationToken.None);
        }

        written.Position = 0;
        await written.CopyToAsync(body, http.RequestAborted);
        return Results.Empty;
    }

    /// <summary>What makes two requests the same: method, address, query and every byte of the body. Null when it is too large.</summary>
    static async Task<byte[]?> Content(HttpRequest request, CancellationToken ct)
    {
        var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, ct);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n"));
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;
        request.Body = body;
        return hash.GetHashAndReset();
    }
}
