using InvoiceSync.Connectors.Smtp;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;
using InvoiceSync.Web.Sync;

namespace InvoiceSync.Web.Messaging;

/// <summary>
/// POST /hooks/mail/{token}: a mail that came back, raw, handed on by the company's own mail server. The token is all that is
/// asked for; what it can do is mark mails of its company, which it must name, as returned.
/// </summary>
static class BounceHook
{
    // Servers that return the whole mail return the invoice with it.
    const long Largest = 10 * 1024 * 1024;

    public static void MapBounceHook(this WebApplication app) =>
        app.MapPost("/hooks/mail/{token:length(40)}", Receive).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Largest)).ShortCircuit();

    static async Task<IResult> Receive(string token, HttpContext http, HookOwners owners, ScopedDispatch dispatch)
    {
        var ct = http.RequestAborted;
        try
        {
            if (await owners.Find("mail", token, ct) is not { } owner) return Results.NotFound();
            if (http.Request.ContentLength > Largest) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            var report = await DeliveryReport.Read(http.Request.Body, ct);
            if (report is not { IsFailure: true }) return Results.Ok(new { noted = false });
            var noted = (await dispatch.As(Caller.System(owner.Tenant, "mail"), d => d.Send(new NoteBounce(report.Mail, report.Reason), ct))).OrThrow();
            return Results.Ok(new { noted });
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }
        catch (RuleBrokenException broken) when (broken.Error.Kind is ErrorKind.Unavailable or ErrorKind.Conflict)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
