using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/files/attachments/{att_…}: a file that goes with an invoice, for people at the portal.</summary>
static class AttachmentFiles
{
    public static void MapAttachmentFiles(this WebApplication app) =>
        app.MapGet("/files/attachments/{attachment}", Download).RequireAuthorization("invoice.read").ExcludeFromDescription();

    /// <summary>Somebody else's bytes: to be kept on a disk, never shown as a page of ours, and without any right should a browser show them all the same.</summary>
    public static IResult Answer(ReadAttachment.View file, HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(file.Bytes, file.Kind.MediaType(), file.Name);
    }

    static async Task<IResult> Download(string attachment, HttpContext http, IDispatcher dispatcher, ErrorTexts errors, CancellationToken ct)
    {
        if (!Ids.TryParse<AttachmentId>(attachment, out var id)) return Results.NotFound();
        return (await dispatcher.Ask(new ReadAttachment(id), ct)).Match(
            file => Answer(file, http),
            error => error.Kind == ErrorKind.NotFound ? Results.NotFound() : Results.Text(errors.Say(error), statusCode: ApiProblems.StatusOf(error.Kind)));
    }
}
