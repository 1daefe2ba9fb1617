using System.IO.Compression;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/files/invoices.zip?ids=inv_…,inv_…: the e-invoices as they were sent, one file each. One that was not sent yet, or is not the reader's to see, is not in it.</summary>
static class InvoiceZip
{
    public const int Most = 100;

    public static void MapInvoiceZip(this WebApplication app) => app.MapGet("/files/invoices.zip", Download).RequireAuthorization("invoice.read").ExcludeFromDescription();

    static async Task<IResult> Download(string? ids, IDispatcher dispatcher, CancellationToken ct)
    {
        var wanted = (ids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => Ids.TryParse<InvoiceId>(text, out var id) ? id : (InvoiceId?)null).Distinct().ToList();
        if (wanted.Count is 0 or > Most || wanted.Contains(null)) return Results.NotFound();
        using var bytes = new MemoryStream();
        var files = 0;
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var invoice in wanted)
            {
                var asked = await dispatcher.Ask(new GetFilingFile(invoice!.Value, FilingFile.Xml), ct);
                if (!asked.IsOk) continue;
                var file = asked.OrThrow();
                await using var entry = zip.CreateEntry(file.Name).Open();
                await entry.WriteAsync(file.Bytes, ct);
                files++;
            }
        }

        return files == 0 ? Results.NotFound() : Results.File(bytes.ToArray(), "application/zip", "invoices.zip");
    }
}
