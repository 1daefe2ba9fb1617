using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Fiscal;

/// <summary>GET /api/invoices/download/{inv_…}: the XML as sent, or the ZIP the authority sealed.</summary>
static class DownloadApi
{
    public static void MapDownloadApi(this RouteGroupBuilder invoices) =>
        invoices.MapGet("/download/{id}", Download).DescribeFile("download_invoice", "The XML as sent, or the ZIP with the authority's seal", "application/xml", "application/zip");

    static async Task<IResult> Download(string id, string? format, IDispatcher dispatcher, CancellationToken ct)
    {
        FilingFile? wanted = format switch { null or "xml" => FilingFile.Xml, "zip" => FilingFile.Zip, _ => null };
        if (wanted is not { } file) return ApiErrors.FormatUnknown.ToProblem();
        if (!Ids.TryParse<InvoiceId>(id, out var invoice)) return ApiErrors.NotFound.ToProblem();
        return (await dispatcher.Ask(new GetFilingFile(invoice, file), ct)).Match<IResult>(
            content => TypedResults.File(content.Bytes, content.ContentType, content.Name),
            error => error.ToProblem());
    }
}
