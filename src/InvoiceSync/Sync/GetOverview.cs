using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>The first page's figures: today's sales, how many wait, were accepted or refused, and what is due next.</summary>
[Requires("sales.read")]
public sealed record GetOverview : IQuery<GetOverview.View>
{
    /// <summary>ByState counts sales of the last 90 days. Today and Days are in the tenant's zone; amounts one row a currency.</summary>
    public sealed record View(
        IReadOnlyList<Money> TodayTotals,
        int TodayCount,
        IReadOnlyDictionary<SaleState, int> ByState,
        IReadOnlyList<Due> DueNext,
        IReadOnlyList<Day> Days);

    /// <summary>A sale not yet accepted and the working days left to file it; negative when late.</summary>
    public sealed record Due(SaleId Sale, string? Number, string CustomerName, Money Total, SaleState State, DateTimeOffset FileBy, int WorkingDaysLeft);

    public sealed record Day(DateOnly On, int Sales, int Accepted, int Refused);
}
