using System.Text.Json.Serialization;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>The customers who owe most on the day AsOf, in one currency or, in RON, of all; at most 50. The aging report counts all of them.</summary>
sealed record DebtorsBody(DateOnly AsOf, IReadOnlyList<DebtorsBody.Row> Rows)
{
    /// <summary>CustomerId is of the newest open document; null where its buyer was typed or came with a sale. DaysOverdue is how late the oldest is.</summary>
    public sealed record Row(
        string? CustomerId,
        string Customer,
        string Currency,
        DateOnly OldestDue,
        int DaysOverdue,
        long Documents,
        decimal Current,
        [property: JsonPropertyName("days_1_30")] decimal To30,
        [property: JsonPropertyName("days_31_60")] decimal To60,
        [property: JsonPropertyName("days_61_90")] decimal To90,
        [property: JsonPropertyName("days_over_90")] decimal Older,
        decimal Overdue,
        decimal Open,
        decimal OpenRon);

    public static DebtorsBody Of(ListDebtors.View list) => new(list.AsOf, [.. list.Rows.Select(r => RowOf(r, r.Figures, list.AsOf))]);

    public static ReportSheet Sheet(ListDebtors.View list) => new(
        "Debtors",
        ["customer_id", "customer", "currency", "oldest_due", "days_overdue", "documents", "current", "days_1_30", "days_31_60", "days_61_90", "days_over_90", "overdue", "open", "open_ron"],
        [.. list.Rows.Select(r => Cells(r, r.Figures, list.AsOf))]);

    static IReadOnlyList<object?> Cells(ListDebtors.Row row, AgingFigures f, DateOnly asOf)
    {
        return
        [
            row.Customer?.ToString(), row.Name, row.Currency.Code, row.OldestDue, Late(row, asOf), f.Documents, Amount(f.Current), Amount(f.To30), Amount(f.To60), Amount(f.To90), Amount(f.Older),
            Amount(f.Overdue), Amount(f.Open), ReportSheet.Ron(row.OpenRon),
        ];

        Money Amount(decimal amount) => new(amount, row.Currency);
    }

    static Row RowOf(ListDebtors.Row row, AgingFigures f, DateOnly asOf)
    {
        return new(
            row.Customer?.ToString(), row.Name, row.Currency.Code, row.OldestDue, Late(row, asOf), f.Documents, Amount(f.Current), Amount(f.To30), Amount(f.To60), Amount(f.To90), Amount(f.Older),
            Amount(f.Overdue), Amount(f.Open), Shown.Ron(row.OpenRon));

        decimal Amount(decimal amount) => new Money(amount, row.Currency).Shown();
    }

    static int Late(ListDebtors.Row row, DateOnly asOf) => Math.Max(0, asOf.DayNumber - row.OldestDue.DayNumber);
}
