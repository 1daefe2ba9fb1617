using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Control;

static class ControlRoutes
{
    public static void MapControls(this IEndpointRouteBuilder app, Controls controls, WorldLog log)
    {
        var page = new PracticePage(log, controls);
        app.MapGet("/practice", http => Html(http, page.Render()));
        app.MapGet("/practice/health", http => Json(http, new JsonObject { ["status"] = "healthy", ["world"] = "practice" }));
        app.MapGet("/practice/state", http => Json(http, log.State()));
        app.MapGet("/practice/log", http => Json(http, log.Read()));
        app.MapGet("/practice/clock", http => Json(http, controls.ShowClock()));
        app.MapGet("/practice/faults", http => Json(http, controls.ShowFaults()));
        app.MapDelete("/practice/faults", http => Json(http, controls.ClearFaults()));
        app.MapPost("/practice/faults/clear", http => Do(http, _ => controls.ClearFaults()));
        app.MapPost("/practice/faults", http => Do(http, controls.AddFault));
        app.MapPost("/practice/clock", http => Do(http, controls.MoveClock));
        app.MapPost("/practice/accounts", http => Do(http, controls.OpenAccount));
        app.MapPost("/practice/sales", http => Do(http, controls.Sell));
        app.MapPost("/practice/seed", http => Do(http, controls.Seed));
        app.MapPost("/practice/webhooks/roll", http => Do(http, controls.RollSecret));
        app.MapPost("/practice/anaf/clients", http => Do(http, controls.RegisterClient));
        app.MapPost("/practice/anaf/tokens", http => Do(http, controls.IssueTokens));
        app.MapPost("/practice/anaf/invoices", http => Do(http, controls.SendInvoice));
        app.MapPost("/practice/anaf/letters", http => Do(http, controls.WriteLetter));
        app.MapPost("/practice/anaf/register", http => Do(http, controls.SetRegister));
        app.MapGet("/", http => { http.Response.Redirect("/practice"); return Task.CompletedTask; });
    }

    static async Task Do(HttpContext http, Func<ControlBody, JsonObject> act)
    {
        try
        {
            var body = await ControlBody.Read(http.Request);
            var answer = act(body);
            if (!body.FromPage) { await Json(http, answer); return; }
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = "/practice";
        }
        catch (Exception refused) when (refused is FormatException or ArgumentException or StripeRefusal)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await Json(http, new JsonObject { ["error"] = refused.Message });
        }
    }

    static Task Json(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    static Task Html(HttpContext http, string page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page, http.RequestAborted);
    }
}
