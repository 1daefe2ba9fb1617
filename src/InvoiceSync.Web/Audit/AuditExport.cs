using System.Runtime.CompilerServices;
using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Resources;
using InvoiceSync.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Audit;

/// <summary>
/// /audit/export: the log as the page filters it; /audit/exports: what scheduled exports made. As a table, JSON or PDF, newest
/// first. That it was taken is an entry. What is too long for a file leads back to the page, which says so.
/// </summary>
static class AuditExport
{
    const int AtOnce = 200;

    public static void MapAuditExport(this WebApplication app)
    {
        app.MapGet("/audit/export", Export).RequireAuthorization("audit.read").ExcludeFromDescription();
        app.MapGet("/audit/exports/{run}", Scheduled).RequireAuthorization("audit.read").ExcludeFromDescription();
    }

    static async Task<IResult> Export(string? form, [AsParameters] ActivityQuery query, IDispatcher dispatcher, ICallerSource callers, IStringLocalizer<Portal> texts, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var (kind, asked) = (FormOf(form), query.Read() with { Take = AtOnce });
        var counted = await dispatcher.Ask(new CountActivity(asked, ExportLimit.Of(kind)), ct);
        if (counted.Error is { } refused) return refused.ToProblem();
        if (counted.OrThrow() > ExportLimit.Of(kind)) return TooLong(http.Request);

        var noted = await dispatcher.Send(new RecordAct(new("audit.exported", "audit_log") { Details = new Dictionary<string, string> { ["form"] = Word(kind) } }), ct);
        if (noted.Error is { } forbidden) return forbidden.ToProblem();
        var place = await Place(dispatcher, callers, ct);
        var head = new AuditPaper.Head(place, null, asked, counted.OrThrow(), time.GetUtcNow());
        return AuditFile.Of(kind, "audit", head, Rows(after => dispatcher.Ask(asked with { After = after }, ct), ct), texts);
    }

    static async Task<IResult> Scheduled(string run, IDispatcher dispatcher, ICallerSource callers, IStringLocalizer<Portal> texts, CancellationToken ct)
    {
        if (!Ids.TryParse<ExportRunId>(run, out var id)) return ApiErrors.NotFound.ToProblem();
        var opened = await dispatcher.Ask(new OpenExport(id), ct);
        if (opened.Error is { } refused) return refused.ToProblem();
        var export = opened.OrThrow();
        var place = await Place(dispatcher, callers, ct);
        var filter = new ListActivity(export.Filter.Who, export.Filter.Resource, export.Filter.Event, export.Filter.Status, export.Filter.Address, export.Filter.Words, export.Period.From, export.Period.To);
        var head = new AuditPaper.Head(place, export.Name, filter, export.Entries, export.MadeAt);
        return AuditFile.Of(export.Form, $"audit-{export.Period.From:yyyy-MM-dd}-{export.Period.To:yyyy-MM-dd}", head, Rows(after => dispatcher.Ask(new ReadExport(id, after), ct), ct), texts);
    }

    static async Task<Workplace> Place(IDispatcher dispatcher, ICallerSource callers, CancellationToken ct) =>
        new((await dispatcher.Ask(new GetTenant(), ct)).OrThrow(), await callers.Current(ct));

    static async IAsyncEnumerable<ListActivity.Row> Rows(Func<PageKey?, Task<Result<Page<ListActivity.Row>>>> ask, [EnumeratorCancellation] CancellationToken ct)
    {
        PageKey? after = null;
        do
        {
            ct.ThrowIfCancellationRequested();
            var page = (await ask(after)).OrThrow();
            foreach (var row in page.Rows) yield return row;
            after = page.Next;
        }
        while (after is not null);
    }

    static RedirectHttpResult TooLong(HttpRequest request) =>
        TypedResults.LocalRedirect($"~/activity{(request.Query.ContainsKey("export") ? request.QueryString : request.QueryString.Add("export", "too-long"))}");

    static ExportForm FormOf(string? form) => form switch { "json" => ExportForm.Json, "pdf" => ExportForm.Pdf, _ => ExportForm.Csv };

    static string Word(ExportForm form) => form switch { ExportForm.Json => "json", ExportForm.Pdf => "pdf", _ => "csv" };
}
