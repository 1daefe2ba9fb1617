using System.Globalization;
using InvoiceSync.Invoicing;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Reports;

/// <summary>The days or months of a chart. Those without a figure stand there empty, so that time runs evenly.</summary>
static class ReportSteps
{
    public static List<ReportChart.Point> Points<TFigures>(IReadOnlyDictionary<DateOnly, TFigures> steps, TFigures none, ReportStep by, Func<TFigures, decimal> figure)
    {
        var points = new List<ReportChart.Point>();
        var (first, last) = (steps.Keys.Min(), steps.Keys.Max());
        // A single point makes no axis: it gets its neighbours.
        if (first == last) (first, last) = by == ReportStep.Day ? (first.AddDays(-1), last.AddDays(1)) : (first.AddMonths(-1), last.AddMonths(1));
        for (var at = first; at <= last; at = by == ReportStep.Day ? at.AddDays(1) : at.AddMonths(1))
            points.Add(new(by == ReportStep.Day ? Formats.ShortDay(at) : at.ToString("MMM yyyy", CultureInfo.CurrentCulture), (double)figure(steps.GetValueOrDefault(at, none))));
        return points;
    }

    /// <summary>How a row of a table says its day or month.</summary>
    public static string Name(DateOnly start, ReportStep by) => by == ReportStep.Day ? Formats.Day(start) : start.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
}
