using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>The company's timetables with their next times by its own clock, and their last fifty runs, newest first.</summary>
[Requires("invoice.read")]
public sealed record GetTimetables : IQuery<GetTimetables.View>
{
    /// <summary>IsConnected: without Stripe nothing runs by itself.</summary>
    public sealed record View(string Zone, bool IsConnected, IReadOnlyList<Row> Tables, IReadOnlyList<Run> Runs);

    /// <summary>NextAt is in the company's zone; null while it is paused.</summary>
    public sealed record Row(TimetableKind Kind, Timing Timing, bool IsPaused, DateTimeOffset? NextAt, bool IsRunning);

    /// <summary>Handled of the Found were read, or made or completed. StartedBy is a person (usr_…) or program, null for the clock.</summary>
    public sealed record Run(TimetableRunId Id, TimetableKind Kind, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string? StartedBy, int Found, int Handled, string? Trouble);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<GetTimetables, View>
    {
        const int MostRuns = 50;

        public async Task<View> Handle(GetTimetables query, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var zone = TimeZoneInfo.FindSystemTimeZoneById(tenant.Zone);
            var own = await db.Timetables.AsNoTracking().ToDictionaryAsync(t => t.Kind, ct);
            var runs = await db.TimetableRuns.AsNoTracking().OrderByDescending(r => r.StartedAt).Take(MostRuns).ToListAsync(ct);
            var isConnected = await dispatcher.Ask(new GetConnections(), ct) is { IsOk: true } asked
                && asked.OrThrow().Any(c => c.Provider == SourceDoor.Stripe && c.SecretsKept.Contains("api_key"));
            return new(
                tenant.Zone, isConnected,
                [.. Enum.GetValues<TimetableKind>().Select(kind => Shown(own.GetValueOrDefault(kind) ?? Timetable.Usual(kind), zone, runs))],
                [.. runs.Select(r => new Run(r.Id, r.Kind, In(r.StartedAt, zone), r.FinishedAt is { } end ? In(end, zone) : null, r.StartedBy, r.Found, r.Handled, r.Trouble))]);
        }

        Row Shown(Timetable table, TimeZoneInfo zone, List<TimetableRun> runs) => new(
            table.Kind, table.Timing, table.IsPaused, table.IsPaused ? null : In(table.Timing.Next(time.GetUtcNow(), zone), zone), runs.Any(r => r.Kind == table.Kind && r.FinishedAt is null));

        static DateTimeOffset In(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone);
    }
}
