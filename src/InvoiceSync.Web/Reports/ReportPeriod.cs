namespace InvoiceSync.Web.Reports;

/// <summary>The days a report covers, as its address says them: by name, like last-month, or from and to.</summary>
public sealed record ReportPeriod(string Name, DateOnly From, DateOnly To)
{
    public const string Custom = "custom";

    public static readonly IReadOnlyList<string> Names = ["this-month", "last-month", "this-quarter", "last-quarter", "this-year", "last-year", Custom];

    /// <summary>This month when the address says nothing; days of one's own go before a name.</summary>
    public static ReportPeriod Of(string? name, DateOnly? from, DateOnly? to, DateOnly today)
    {
        if (from is not null || to is not null) return new(Custom, from ?? Month(to!.Value), to ?? today);
        var (month, quarter, year) = (Month(today), new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1), new DateOnly(today.Year, 1, 1));
        return name switch
        {
            "last-month" => Whole(name, month.AddMonths(-1), 1),
            "this-quarter" => Whole(name, quarter, 3),
            "last-quarter" => Whole(name, quarter.AddMonths(-3), 3),
            "this-year" => Whole(name, year, 12),
            "last-year" => Whole(name, year.AddYears(-1), 12),
            Custom => Whole(name, month, 1),
            _ => Whole(Names[0], month, 1),
        };
    }

    static ReportPeriod Whole(string name, DateOnly first, int months) => new(name, first, first.AddMonths(months).AddDays(-1));

    static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);
}
