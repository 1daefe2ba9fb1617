using System.Reflection;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Monitoring;

/// <summary>
/// /health/live: the process answers. /health/ready: it reaches its database too, send it requests. /health: every part, for
/// people and alerts; degraded means it works and somebody should look.
/// </summary>
static class Health
{
    static readonly string Version = typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { status = "live" })).AllowAnonymous().WithTags("Health").WithName("health_live").WithSummary("The process answers");
        app.MapGet("/health/ready", Ready).AllowAnonymous().WithTags("Health").WithName("health_ready").WithSummary("It can take requests: 200, else 503");
        app.MapGet("/health", Detail).AllowAnonymous().WithTags("Health").WithName("health").WithSummary("Every part of the installation").Produces<Answer>().Produces<Answer>(503);
    }

    static async Task<IResult> Ready(ScopedDispatch dispatch, HealthReport report, CancellationToken ct)
    {
        var ready = (await report.Check(dispatch, ct)).All(p => p.Ok || !p.IsVital);
        return Results.Json(new { status = ready ? "ready" : "unavailable" }, statusCode: ready ? 200 : 503);
    }

    static async Task<IResult> Detail(ScopedDispatch dispatch, HealthReport report, TimeProvider time, CancellationToken ct)
    {
        var parts = await report.Check(dispatch, ct);
        var status = parts.All(p => p.Ok) ? "healthy" : parts.All(p => p.Ok || !p.IsVital) ? "degraded" : "unavailable";
        return Results.Json(new Answer(status, Version, time.GetUtcNow(), [.. parts.Select(p => new Part(p.Name, p.Ok, p.Numbers))]), statusCode: status == "unavailable" ? 503 : 200);
    }

    sealed record Answer(string Status, string Version, DateTimeOffset Time, IReadOnlyList<Part> Parts);

    sealed record Part(string Name, bool Ok, IReadOnlyDictionary<string, long>? Numbers);
}
