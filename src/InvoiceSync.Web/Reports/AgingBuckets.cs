using InvoiceSync.Invoicing;

namespace InvoiceSync.Web.Reports;

/// <summary>The columns of the aging report, youngest first, by the key of their words.</summary>
static class AgingBuckets
{
    public static readonly IReadOnlyList<(string Key, Func<AgingFigures, decimal> Of)> All =
    [
        ("current", f => f.Current), ("d30", f => f.To30), ("d60", f => f.To60), ("d90", f => f.To90), ("older", f => f.Older),
    ];
}
