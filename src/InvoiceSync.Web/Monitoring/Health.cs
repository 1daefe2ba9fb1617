using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Monitoring;

/// <summary>/health/live: the process answers. /health/ready and /health: it also reaches its database.</summary>
static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { status = "live" })).AllowAnonymous().WithTags("Health");
        app.MapGet("/health/ready", Ready).AllowAnonymous().WithTags("Health");
        app.MapGet("/health", Ready).AllowAnonymous().WithTags("Health");
    }

    static async Task<IResult> Ready(ScopedDispatch dispatch, HealthReport report, CancellationToken ct)
    {
        var parts = await report.Check(dispatch, ct);
        var ok = parts.All(p => p.Ok);
        return Results.Json(new { status = ok ? "ready" : "unavailable", parts }, statusCode: ok ? 200 : 503);
    }
}

/// <summary>What this process needs, and whether each is there.</summary>
sealed class HealthReport
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<Part>> Check(ScopedDispatch dispatch, CancellationToken ct) => [new("database", await Database(dispatch, ct))];

    static async Task<bool> Database(ScopedDispatch dispatch, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return (await dispatch.As(Caller.Nobody, d => d.Ask(new FindTenants(Ids: []), patience.Token))).IsOk;
        }
        catch (Exception lost) when (lost is System.Data.Common.DbException or OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }

    public sealed record Part(string Name, bool Ok);
}
