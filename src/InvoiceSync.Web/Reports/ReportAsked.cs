using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>What the address of a report asks for: period, step, basis and currency. Pages, files and the API read it alike.</summary>
public sealed record ReportAsked(ReportPeriod Period, ReportStep By, TaxBasis Basis, Currency? Currency)
{
    const int FewDays = 62;

    public GetSalesReport Sales => new(Period.From, Period.To, By, Currency);

    public GetTaxReport Tax => new(Period.From, Period.To, Basis, Currency);

    public GetAgingReport Aging => new(Currency);

    public GetPaymentsReport Payments => new(Period.From, Period.To, By, Currency);

    public ListTopCustomers Customers => new(Period.From, Period.To, Currency);

    public ListTopProducts Products => new(Period.From, Period.To, Currency);

    public ListDebtors Debtors => new(Currency);

    /// <summary>What cannot be read is as if it were not there. Days are shown of short periods, of longer ones months.</summary>
    public static ReportAsked Of(string? period, string? from, string? to, string? by, string? basis, string? currency, DateOnly today)
    {
        var days = ReportPeriod.Of(period, from is null ? null : RestValues.Day(from), to is null ? null : RestValues.Day(to), today);
        var usual = days.To.DayNumber - days.From.DayNumber < FewDays ? ReportStep.Day : ReportStep.Month;
        return new(
            days, by switch { "day" => ReportStep.Day, "month" => ReportStep.Month, _ => usual }, basis == "supply" ? TaxBasis.Supply : TaxBasis.Issue,
            currency is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? new Currency(code) : null);
    }

    public static ReportAsked Of(IQueryCollection query, DateOnly today)
    {
        return Of(Said("period"), Said("from"), Said("to"), Said("by"), Said("basis"), Said("currency"), today);

        string? Said(string name) => query.TryGetValue(name, out var value) && value is [{ Length: > 0 } text] ? text : null;
    }

    /// <summary>The same question for another address, like that of the file.</summary>
    public string Query() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"from={Period.From:yyyy-MM-dd}&to={Period.To:yyyy-MM-dd}&by={By.ToString().ToLowerInvariant()}&basis={Basis.ToString().ToLowerInvariant()}{(Currency is { } code ? $"&currency={code}" : "")}");
}
