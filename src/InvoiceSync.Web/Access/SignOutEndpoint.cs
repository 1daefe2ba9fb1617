using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace InvoiceSync.Web.Access;

/// <summary>POST /sign-out ends the session on every open screen.</summary>
static class SignOutEndpoint
{
    public static void MapSignOut(this WebApplication app) => app.MapPost("/sign-out", Leave).AllowAnonymous().ExcludeFromDescription();

    static async Task<IResult> Leave(HttpContext http, IDispatcher dispatcher, IAntiforgery antiforgery, Sessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        if (SessionCookie.Read(http) is { } token)
        {
            await dispatcher.Send(new SignOut(token), http.RequestAborted);
            sessions.Forget(token);
        }

        SessionCookie.Clear(http);
        return Results.Redirect("/sign-in");
    }
}
