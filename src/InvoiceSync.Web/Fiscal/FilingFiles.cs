using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Fiscal;

/// <summary>/files/invoices/{inv_…}/xml, /zip and /original: what was sent, what the authority sealed, and the original as a PDF where there is one.</summary>
static class FilingFiles
{
    public static void MapFilingFiles(this WebApplication app) =>
        app.MapGet("/files/invoices/{invoice}/{format:regex(^(xml|zip|original)$)}", Download).RequireAuthorization("invoice.read").ExcludeFromDescription();

    static async Task<IResult> Download(string invoice, string format, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(invoice, out var id)) return Results.NotFound();
        var answer = await dispatcher.Ask(new GetFilingFile(id, format switch { "xml" => FilingFile.Xml, "zip" => FilingFile.Zip, _ => FilingFile.Pdf }), ct);
        return answer.Match(file => Results.File(file.Bytes, file.ContentType, file.Name), _ => Results.NotFound());
    }
}
