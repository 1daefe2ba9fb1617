using System.Globalization;
using InvoiceSync.Audit;
using InvoiceSync.Web.Resources;
using InvoiceSync.Web.Shared;
using InvoiceSync.Web.Shared.Pdf;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Audit;

/// <summary>The log on paper, for an auditor: whose it is, of which days, by which filter, who took it and when, and how many entries there are.</summary>
static class AuditPaper
{
    static readonly double[] Columns = [40, 114, 148, 150, 148, 170];

    /// <summary>Plan is the name of the scheduled export; null when somebody asked for it.</summary>
    public sealed record Head(Workplace Place, string? Plan, ListActivity Filter, int Entries, DateTimeOffset At);

    public static byte[] Of(Head head, IReadOnlyList<ListActivity.Row> rows, IStringLocalizer<Portal> texts)
    {
        var table = new PdfTable(Columns, [texts["paper.number"], texts["activity.when"], texts["activity.who"], texts["activity.what"], texts["activity.resource"], texts["activity.changes"]]);
        table.Title($"{texts["paper.title"]} – {head.Place.Tenant.Name}");
        foreach (var line in Lines(head, rows.Count, texts)) table.Note(line);
        foreach (var row in rows) table.Row(Cells(row, head.Place, texts));
        var foot = $"{head.Place.Tenant.Name} · {texts["paper.title"]} · {Moment(head.At, head.Place)}";
        return table.ToBytes(foot, (page, pages) => texts["paper.page", page, pages], CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, head.At);
    }

    static IEnumerable<string> Lines(Head head, int count, IStringLocalizer<Portal> texts)
    {
        var (who, filter) = (head.Place.Caller, head.Filter);
        yield return $"{texts["paper.period"]}: {(filter is { From: null, To: null } ? texts["paper.all"] : $"{Day(filter.From)} – {Day(filter.To)}")} ({(head.Plan is null ? "UTC" : head.Place.Tenant.Zone)})";
        (string Name, string? Value)[] filters =
        [
            (texts["activity.who"], filter.Who), (texts["activity.resource"], filter.Resource), (texts["activity.what"], filter.Event), (texts["filter.state"], filter.Status),
            (texts["activity.address"], filter.Address), (texts["activity.words"], filter.Words),
        ];
        var set = filters.Where(f => f.Value is not null).Select(f => $"{f.Name}: {f.Value}").ToList();
        yield return $"{texts["paper.filter"]}: {(set.Count == 0 ? texts["paper.no-filter"] : string.Join("; ", set))}";
        if (head.Plan is { } plan) yield return $"{texts["paper.plan"]}: {plan}";
        yield return $"{texts["paper.by"]}: {(who.Name.Length > 0 ? $"{who.Name} ({who.Actor})" : who.Actor)}, {Moment(head.At, head.Place)}";
        yield return texts["paper.entries", count];
        yield return texts["paper.zone", head.Place.Tenant.Zone];
    }

    static string[] Cells(ListActivity.Row row, Workplace place, IStringLocalizer<Portal> texts) =>
    [
        row.Seq.ToString(CultureInfo.InvariantCulture),
        Moment(row.At, place),
        string.Join('\n', new[] { row.IsErased ? texts["activity.erased"] : row.Name, row.Actor, row.Address }.Where(t => !string.IsNullOrEmpty(t))),
        row.Status == "ok" ? $"{row.Event}\n{row.Action}" : $"{row.Event} · {texts[$"activity.status.{row.Status}"]}\n{row.Action}",
        string.Join('\n', new[] { row.ResourceType, row.Resource }.Where(t => t.Length > 0)),
        string.Join('\n', row.Facts.Select(f => $"{f.Key}: {f.Value}").Concat(row.Changes.Select(c => $"{c.Field}: {(c.After is null ? texts["activity.not-copied"] : $"{c.Before} → {c.After}")}"))),
    ];

    // Auditors compare times: with the offset that held.
    static string Moment(DateTimeOffset at, Workplace place) => place.Local(at).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…";
}
