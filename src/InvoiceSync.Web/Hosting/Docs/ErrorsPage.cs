using System.Globalization;
using System.Net;
using System.Text;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>/docs/errors: what every code means, in English and, where we have the words, Romanian. The type of a problem points here.</summary>
static class ErrorsPage
{
    static readonly CultureInfo Romanian = new("ro-RO");

    public static IResult Show(IStringLocalizer<Errors> texts)
    {
        var ro = Translated(texts);
        var page = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>InvoiceSync API: errors</title>
            <style>
            :root { color-scheme: light dark; --line: #8884; --quiet: #667; }
            @media (prefers-color-scheme: dark) { :root { --quiet: #99a; } }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; margin-bottom: .25rem; }
            p { color: var(--quiet); margin-top: 0; max-width: 46rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
            th { font-weight: 600; color: var(--quiet); }
            code { font-size: .9em; }
            tr:target { background: #fd03; }
            .ro { display: block; color: var(--quiet); }
            </style>
            </head>
            <body>
            <h1>Errors</h1>
            <p>Every refusal is <code>application/problem+json</code> (RFC 9457) with a <code>code</code> that never changes its meaning, the
            <code>detail</code> in words, and the <code>field</code> it is about where there is one. <a href="../docs/">Back to the API</a></p>
            <table>
            <thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead>
            <tbody>
            """);
        foreach (var error in ErrorCatalog.All) Row(page, error, ro.GetValueOrDefault(error.Code));
        return Results.Content(page.Append("</tbody></table></body></html>").ToString(), "text/html; charset=utf-8");
    }

    static void Row(StringBuilder page, Error error, string? romanian)
    {
        var code = WebUtility.HtmlEncode(error.Code);
        // Some are made wholly of what was met: another system's words.
        var meaning = error.Message == "…" ? "The detail says what was met." : error.Message;
        page.Append(CultureInfo.InvariantCulture, $"<tr id=\"{code}\"><td><code>{code}</code></td><td>{StatusOf(error)}</td><td>{WebUtility.HtmlEncode(meaning)}");
        if (romanian is not null) page.Append(CultureInfo.InvariantCulture, $"<span class=\"ro\" lang=\"ro\">{WebUtility.HtmlEncode(romanian)}</span>");
        page.Append("</td></tr>\n");
    }

    static int StatusOf(Error error) =>
        error == ApiErrors.TooMany ? StatusCodes.Status429TooManyRequests
        : error == ApiErrors.KeyMissing || error == ApiErrors.KeyInvalid ? StatusCodes.Status401Unauthorized
        : error == ApiErrors.BodyTooLarge ? StatusCodes.Status413PayloadTooLarge
        : ApiProblems.StatusOf(error.Kind);

    static Dictionary<string, string> Translated(IStringLocalizer<Errors> texts)
    {
        var mine = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Romanian;
            return ErrorCatalog.All.Select(e => texts[e.Code]).Where(t => !t.ResourceNotFound).ToDictionary(t => t.Name, t => t.Value);
        }
        finally
        {
            CultureInfo.CurrentUICulture = mine;
        }
    }
}
