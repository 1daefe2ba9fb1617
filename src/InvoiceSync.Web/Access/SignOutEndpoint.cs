using Microsoft.AspNetCore.Antiforgery;

namespace InvoiceSync.Web.Access;

/// <summary>POST /sign-out ends the session on every open screen.</summary>
static class SignOutEndpoint
{
    public static void MapSignOut(this WebApplication app) => app.MapPost("/sign-out", Leave).AllowAnonymous().ExcludeFromDescription();

    static async Task<IResult> Leave(HttpContext http, Door door, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        await door.Leave(http);
        return Results.Redirect("/sign-in");
    }
}
