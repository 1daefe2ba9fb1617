using System.Globalization;
using System.Text.Json;
using InvoiceSync.Audit;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Audit;

/// <summary>Entries of the log as a file: a table and JSON as they are read, a PDF when all of it is there.</summary>
static class AuditFile
{
    // A page more than was counted a moment ago does no harm.
    const int Spare = 1000;

    public static IResult Of(ExportForm form, string name, AuditPaper.Head head, IAsyncEnumerable<ListActivity.Row> rows, IStringLocalizer<Portal> texts) => form switch
    {
        ExportForm.Pdf => TypedResults.Stream(async body => await body.WriteAsync(AuditPaper.Of(head, await rows.Take(ExportLimit.Of(form) + Spare).ToListAsync(), texts)), "application/pdf", $"{name}.pdf"),
        ExportForm.Json => TypedResults.Stream(body => Written(body, rows.Take(ExportLimit.Of(form) + Spare), Json), "application/x-ndjson", $"{name}.jsonl"),
        _ => TypedResults.Stream(body => Written(body, rows.Take(ExportLimit.Of(form) + Spare), Csv), "text/csv", $"{name}.csv"),
    };

    static async Task Written(Stream body, IAsyncEnumerable<ListActivity.Row> rows, Func<StreamWriter, IAsyncEnumerable<ListActivity.Row>, Task> write)
    {
        await using var to = new StreamWriter(body);
        await write(to, rows);
    }

    static async Task Json(StreamWriter to, IAsyncEnumerable<ListActivity.Row> rows)
    {
        await foreach (var row in rows)
            await to.WriteLineAsync(JsonSerializer.Serialize(new { id = row.Id.ToString(), row.Seq, row.At, row.Event, row.Actor, row.Name, row.Address, row.Action, row.Status, row.ResourceType, row.Resource, row.RequestId, row.Facts, row.Changes }, JsonSerializerOptions.Web));
    }

    static async Task Csv(StreamWriter to, IAsyncEnumerable<ListActivity.Row> rows)
    {
        await to.WriteLineAsync("seq,at,event,actor,name,address,action,status,resource_type,resource,request_id,changes");
        await foreach (var row in rows)
        {
            string?[] cells =
            [
                row.Seq.ToString(CultureInfo.InvariantCulture), row.At.ToString("O", CultureInfo.InvariantCulture), row.Event, row.Actor, row.Name, row.Address, row.Action,
                row.Status, row.ResourceType, row.Resource, row.RequestId, string.Join("; ", row.Changes.Select(c => $"{c.Field}: {c.Before} → {c.After}")),
            ];
            await to.WriteLineAsync(string.Join(',', cells.Select(CsvCell.Of)));
        }
    }
}
