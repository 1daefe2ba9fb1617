using System.Security.Cryptography;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/i/{token}, its /pdf and /files/{att_…}: an invoice for whoever holds its link. Plain HTML without script; nothing is kept by browsers, proxies or search engines.</summary>
static class PublicInvoice
{
    public const string Root = "/i";

    public static void MapPublicInvoice(this WebApplication app)
    {
        var pages = app.MapGroup(Root).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        pages.MapMethods("/{token}", reading, Show);
        pages.MapMethods("/{token}/pdf", reading, Download);
        pages.MapMethods("/{token}/files/{attachment}", reading, DownloadFile);
    }

    static async Task<IResult> Show(string token, HttpContext http, IDispatcher dispatcher, LinkReader reader, CancellationToken ct)
    {
        var nonce = Fence(http);
        var found = await dispatcher.Send(new GetSharedInvoice(token), ct);
        if (found.Error is { } error) return Refuse(error);
        var invoice = found.OrThrow();
        if (await reader.Counts(http, invoice.Tenant)) await dispatcher.Send(new NoteSharedInvoice(token), ct);
        return new RazorComponentResult<PublicInvoicePage>(new { Invoice = invoice, Token = token, Nonce = nonce });
    }

    static async Task<IResult> Download(string token, HttpContext http, IDispatcher dispatcher, LinkReader reader, CancellationToken ct)
    {
        Fence(http);
        var found = await dispatcher.Send(new GetSharedInvoice(token), ct);
        if (found.Error is { } unknown) return Refuse(unknown);
        // Who only asks whether there is a file does not have one printed.
        if (HttpMethods.IsHead(http.Request.Method)) return Results.File(Array.Empty<byte>(), "application/pdf");
        var printed = await dispatcher.Send(new PrintSharedInvoice(token), ct);
        if (printed.Error is { } error) return Refuse(error);
        if (await reader.Counts(http, found.OrThrow().Tenant)) await dispatcher.Send(new NoteSharedInvoice(token, Downloaded: true), ct);
        var file = printed.OrThrow();
        return Results.File(file.Pdf, "application/pdf", file.FileName);
    }

    static async Task<IResult> DownloadFile(string token, string attachment, HttpContext http, IDispatcher dispatcher, CancellationToken ct)
    {
        Fence(http);
        var file = Ids.TryParse<AttachmentId>(attachment, out var id) ? id : default;
        var read = await dispatcher.Send(new ReadSharedAttachment(token, file), ct);
        return read.Error is { } error ? Refuse(error) : AttachmentFiles.Answer(read.OrThrow(), http);
    }

    static RazorComponentResult<PublicRefusal> Refuse(Error error) => new(new { Error = error }) { StatusCode = ApiProblems.StatusOf(error.Kind) };

    static string Fence(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        headers["Referrer-Policy"] = "no-referrer";
        return nonce;
    }
}
