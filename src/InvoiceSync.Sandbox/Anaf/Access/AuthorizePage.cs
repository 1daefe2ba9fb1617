using System.Net;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Access;

/// <summary>
/// Where the real authority asks for a qualified certificate, the practice one shows a page with one button. The optional
/// field narrows the companies the identity may act for; empty means all.
/// </summary>
sealed class AuthorizePage(Store store, PracticeClock clock)
{
    public async Task Show(HttpContext http)
    {
        var query = http.Request.Query;
        if (Complaint(query["response_type"], query["client_id"], query["redirect_uri"]) is { } complaint) { await Refuse(http, complaint); return; }
        var hidden = string.Concat(query.Where(pair => pair.Key is "client_id" or "redirect_uri" or "state" or "response_type")
            .Select(pair => $"<input type=hidden name=\"{pair.Key}\" value=\"{WebUtility.HtmlEncode(pair.Value)}\">"));
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync($"""
            <!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width">
            <title>Practice identity</title>
            <style>body{"{"}font:16px/1.5 system-ui;max-width:32rem;margin:12vh auto;padding:0 1rem{"}"}button{"{"}font:inherit;padding:.6rem 1.2rem{"}"}</style>
            <h1>Practice identity</h1>
            <p>This stands where ANAF asks for your qualified certificate. Nothing here is real.</p>
            <form method=post>{hidden}
            <p><label>Company numbers this identity may act for (empty: all)<br><input name=cifs placeholder="e.g. 18547290"></label></p>
            <button>Continue as practice identity</button></form></html>
            """, http.RequestAborted);
    }

    public async Task Agree(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (client, redirect) = (form["client_id"].ToString(), form["redirect_uri"].ToString());
        if (Complaint("code", client, redirect) is { } complaint) { await Refuse(http, complaint); return; }
        var cifs = form["cifs"].ToString().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Cui.Digits).ToList();
        var code = store.Run(work => Grants.Code(work, client, redirect, cifs.Count == 0 ? null : cifs, clock.GetUtcNow()));
        var state = form["state"].ToString();
        var mark = redirect.Contains('?') ? '&' : '?';
        http.Response.Redirect($"{redirect}{mark}code={code}" + (state.Length > 0 ? $"&state={Uri.EscapeDataString(state)}" : ""));
    }

    string? Complaint(string? responseType, string? client, string? redirect) =>
        responseType != "code" ? "response_type must be code"
        : client is null || redirect is null ? "client_id and redirect_uri are needed"
        : store.Run(work => Grants.MayReturnTo(work, client, redirect)) ? null
        : "this client is not registered with this redirect_uri";

    static Task Refuse(HttpContext http, string complaint)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return http.Response.WriteAsync($"Practice identity: {complaint}.", http.RequestAborted);
    }
}
