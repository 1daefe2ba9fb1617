using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Sso;
using Microsoft.AspNetCore.Antiforgery;

namespace InvoiceSync.Web.Access;

/// <summary>POST /sign-out ends the session on every open screen, and then at the provider that opened it.</summary>
static class SignOutEndpoint
{
    public static void MapSignOut(this WebApplication app) => app.MapPost("/sign-out", Leave).AllowAnonymous().ExcludeFromDescription();

    static async Task<IResult> Leave(HttpContext http, IDispatcher dispatcher, Door door, IAntiforgery antiforgery, SsoExit exit)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        GetSsoLeaving.View? provider = null;
        if (SessionCookie.Read(http) is { } token)
        {
            var leaving = await dispatcher.Send(new GetSsoLeaving(token), http.RequestAborted);
            if (leaving.IsOk) provider = leaving.OrThrow();
        }

        // Here first: whatever the provider does, nobody is signed in any more.
        await door.Leave(http);
        return provider is not null && await exit.Onward(http, provider) is { } onward ? onward : Results.Redirect("/sign-in");
    }
}
