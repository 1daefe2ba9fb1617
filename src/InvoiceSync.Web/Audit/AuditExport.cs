using System.Globalization;
using System.Text.Json;
using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Audit;

/// <summary>/audit/export: the log as the page filters it, as a table or as JSON, newest first. That it was exported is an entry.</summary>
static class AuditExport
{
    const int Most = 100_000;
    const int AtOnce = 200;

    public static void MapAuditExport(this WebApplication app) =>
        app.MapGet("/audit/export", Export).RequireAuthorization("audit.read").ExcludeFromDescription();

    static async Task<IResult> Export(string? form, [AsParameters] ActivityQuery query, IDispatcher dispatcher, CancellationToken ct)
    {
        var isJson = form == "json";
        var asked = query.Read() with { Take = AtOnce };
        var noted = await dispatcher.Send(new RecordAct(new("audit.exported", "audit_log") { Details = new Dictionary<string, string> { ["form"] = isJson ? "json" : "csv" } }), ct);
        if (noted.Error is { } refused) return refused.ToProblem();
        return TypedResults.Stream(
            async body =>
            {
                await using var to = new StreamWriter(body);
                await (isJson ? Json(to, Rows(dispatcher, asked, ct)) : Csv(to, Rows(dispatcher, asked, ct)));
            },
            isJson ? "application/x-ndjson" : "text/csv",
            isJson ? "audit.jsonl" : "audit.csv");
    }

    static async IAsyncEnumerable<ListActivity.Row> Rows(IDispatcher dispatcher, ListActivity asked, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        PageKey? after = null;
        for (var sent = 0; sent < Most; sent += AtOnce)
        {
            var page = (await dispatcher.Ask(asked with { After = after }, ct)).OrThrow();
            foreach (var row in page.Rows) yield return row;
            if ((after = page.Next) is null) yield break;
        }
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
