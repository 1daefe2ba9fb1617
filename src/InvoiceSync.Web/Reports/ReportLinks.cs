using System.Globalization;
using InvoiceSync.Invoicing;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Reports;

/// <summary>From a figure to what it is made of.</summary>
static class ReportLinks
{
    const string Own = "own";

    /// <summary>Invoices written here in their list, those of sales in that of the sales; of the row's days, within those of the report.</summary>
    public static string Issued(GetSalesReport.Row row, GetSalesReport.View report)
    {
        var last = report.By == ReportStep.Day ? row.Start : row.Start.AddMonths(1).AddDays(-1);
        var (from, to) = (row.Start < report.From ? report.From : row.Start, last > report.To ? report.To : last);
        var days = string.Create(CultureInfo.InvariantCulture, $"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        return row.Source == Own ? $"invoices?tab=issued&{days}&currency={row.Currency}" : $"sales?{days}";
    }

    /// <summary>The customer's statement over the months of the list; none of persons the ledger knows by name alone.</summary>
    public static string? Customer(ListTopCustomers.Row row, ListTopCustomers.View list) => row.Key.Equals(row.Name, StringComparison.OrdinalIgnoreCase)
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"ledger/customers?key={Uri.EscapeDataString(row.Key)}&from={list.From:yyyy-MM-dd}&to={list.To:yyyy-MM-dd}");

    public static string Source(IStringLocalizer<Portal> texts, string source) =>
        texts[$"reports.source.{source}"] is { ResourceNotFound: false } known ? known.Value : source;
}
