using InvoiceSync.Audit;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Audit;

/// <summary>/api/audit/alerts and /api/audit/exports: what the log gave cause to look at, and what scheduled exports made.</summary>
static class AlertsApi
{
    public static void MapAlertsApi(this RouteGroupBuilder audit)
    {
        audit.MapGet("/alerts", Alerts).Describe<List<AlertRow>>("list_audit_alerts", "The newest alerts", 200, 400);
        audit.MapGet("/exports", Exports).Describe<List<ExportRow>>("list_audit_exports", "What scheduled exports made or failed to make in the last thirty days");
    }

    static async Task<IResult> Alerts(string? limit, IDispatcher dispatcher, CancellationToken ct)
    {
        var input = new ApiInput();
        var take = input.Rows(limit);
        if (input.Error is { } wrong) return wrong.ToProblem();
        return (await dispatcher.Ask(new ListAlerts(Take: take), ct)).Match<IResult>(
            page => TypedResults.Ok(page.Rows.Select(a => new AlertRow(a.Id.ToString(), a.Kind.OnTheWire(), a.About.Length > 0 ? a.About : null, a.At.ToUniversalTime(), a.Count, a.Filter)).ToList()),
            error => error.ToProblem());
    }

    static async Task<IResult> Exports(IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Ask(new ListExports(), ct)).Match<IResult>(
        view => TypedResults.Ok(view.Runs.Select(r => new ExportRow(
            r.Id.ToString(), r.Plan.ToString(), r.Name, r.Form.OnTheWire(), r.Period.From, r.Period.To, r.Entries, r.Problem, r.MadeAt.ToUniversalTime(), r.KeptUntil.ToUniversalTime())).ToList()),
        error => error.ToProblem());

    /// <summary>About is who gave cause; null when it was not one alone. Filter is the query that shows the entries on the activity page.</summary>
    sealed record AlertRow(string Id, string Kind, string? About, DateTimeOffset At, int Count, string Filter);

    /// <summary>Problem is the code of the error why it was not made; null when it was.</summary>
    sealed record ExportRow(string Id, string Plan, string Name, string Form, DateOnly From, DateOnly To, int Entries, string? Problem, DateTimeOffset MadeAt, DateTimeOffset KeptUntil);
}
