using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Invoicing;

/// <summary>
/// /files/period.zip?from=2026-11-01&amp;to=2026-11-30: the e-invoices issued in a period with the authority's sealed answers, and with pdf=1 the
/// printed ones. Written as it is read, so its size needs no memory; what an invoice has not is told in missing.txt.
/// </summary>
static class PeriodZip
{
    const int MostDays = 366;
    const int EachPage = 100;

    public static void MapPeriodZip(this WebApplication app) => app.MapGet("/files/period.zip", Download).RequireAuthorization("export").ExcludeFromDescription();

    static IResult Download(string? from, string? to, string? pdf, IDispatcher dispatcher, CancellationToken ct)
    {
        if (Day(from) is not { } first || Day(to) is not { } last || last < first || last.DayNumber - first.DayNumber >= MostDays) return Results.NotFound();
        return Results.Stream(body => Write(body, first, last, pdf is "1" or "on", dispatcher, ct), "application/zip", FormattableString.Invariant($"invoices_{first:yyyy-MM-dd}_{last:yyyy-MM-dd}.zip"));
    }

    static async Task Write(Stream body, DateOnly first, DateOnly last, bool withPdf, IDispatcher dispatcher, CancellationToken ct)
    {
        var (missing, held) = (new StringBuilder(), new HeldBytes());
        await using (var zip = await ZipArchive.CreateAsync(held, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            PageKey? after = null;
            do
            {
                var page = (await dispatcher.Ask(new ListInvoices(After: after, Take: EachPage) { Issued = new(AtLeast: first, AtMost: last) }, ct)).OrThrow();
                foreach (var invoice in page.Rows.Select(r => r.Id))
                {
                    await foreach (var (name, bytes) in Files(invoice, withPdf, missing, dispatcher, ct)) await Add(zip, name, bytes, ct);
                    await held.PassOn(body, ct);
                }

                after = page.Next;
            }
            while (after is not null);
            if (missing.Length > 0) await Add(zip, "missing.txt", Encoding.UTF8.GetBytes(missing.ToString()), ct);
        }

        await held.PassOn(body, ct);
    }

    static async IAsyncEnumerable<(string Name, byte[] Bytes)> Files(InvoiceId invoice, bool withPdf, StringBuilder missing, IDispatcher dispatcher, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var kind in new[] { FilingFile.Xml, FilingFile.Zip })
        {
            var file = await dispatcher.Ask(new GetFilingFile(invoice, kind), ct);
            if (file.IsOk) yield return ($"{(kind is FilingFile.Xml ? "xml" : "receipts")}/{file.OrThrow().Name}", file.OrThrow().Bytes);
            else missing.AppendLine(CultureInfo.InvariantCulture, $"{invoice} {kind}: {file.Error!.Message}");
        }

        if (!withPdf) yield break;
        var printed = await dispatcher.Ask(new PrintInvoice(invoice), ct);
        if (printed.IsOk) yield return ($"pdf/{invoice}_{printed.OrThrow().FileName}", printed.OrThrow().Pdf);
        else missing.AppendLine(CultureInfo.InvariantCulture, $"{invoice} Pdf: {printed.Error!.Message}");
    }

    static async Task Add(ZipArchive zip, string name, byte[] bytes, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(bytes, ct);
    }

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;
}
