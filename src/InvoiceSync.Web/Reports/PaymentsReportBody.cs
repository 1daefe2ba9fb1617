using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>The payments report on the wire: everything on the day it happened. Unapplied is what was added to the customers' credit, negative where credit was used.</summary>
sealed record PaymentsReportBody(DateOnly From, DateOnly To, string By, IReadOnlyList<PaymentsReportBody.Row> Rows, IReadOnlyList<PaymentsReportBody.Sum> Totals)
{
    /// <summary>Net is what came less what was refunded and reversed. In RON at the rate of each day, as the ledger holds it.</summary>
    public sealed record Row(
        DateOnly Start, string Currency, string Method, long Payments, decimal Received, decimal Refunded, decimal Reversed, decimal Net, decimal Unapplied,
        decimal ReceivedRon, decimal RefundedRon, decimal ReversedRon, decimal NetRon, decimal UnappliedRon);

    public sealed record Sum(
        string Currency, long Payments, decimal Received, decimal Refunded, decimal Reversed, decimal Net, decimal Unapplied,
        decimal ReceivedRon, decimal RefundedRon, decimal ReversedRon, decimal NetRon, decimal UnappliedRon);

    public static PaymentsReportBody Of(GetPaymentsReport.View report) => new(report.From, report.To, report.By.OnTheWire(), [.. report.Rows.Select(RowOf)], [.. report.Totals.Select(SumOf)]);

    public static ReportSheet Sheet(GetPaymentsReport.View report) => new(
        "Payments",
        ["start", "currency", "method", "payments", "received", "refunded", "reversed", "net", "unapplied", "received_ron", "refunded_ron", "reversed_ron", "net_ron", "unapplied_ron"],
        [.. report.Rows.Select(Cells)]);

    static IReadOnlyList<object?> Cells(GetPaymentsReport.Row row)
    {
        var f = row.Figures;
        return
        [
            row.Start, row.Currency.Code, row.Method.OnTheWire(), f.Payments, Amount(f.Received), Amount(f.Refunded), Amount(f.Reversed), Amount(f.Net), Amount(f.Unapplied),
            ReportSheet.Ron(f.ReceivedRon), ReportSheet.Ron(f.RefundedRon), ReportSheet.Ron(f.ReversedRon), ReportSheet.Ron(f.NetRon), ReportSheet.Ron(f.UnappliedRon),
        ];

        Money Amount(decimal amount) => new(amount, row.Currency);
    }

    static Row RowOf(GetPaymentsReport.Row row)
    {
        var f = SumOf(new(row.Currency, row.Figures));
        return new(
            row.Start, f.Currency, row.Method.OnTheWire(), f.Payments, f.Received, f.Refunded, f.Reversed, f.Net, f.Unapplied, f.ReceivedRon, f.RefundedRon, f.ReversedRon, f.NetRon, f.UnappliedRon);
    }

    static Sum SumOf(GetPaymentsReport.Total total)
    {
        var f = total.Figures;
        return new(
            total.Currency.Code, f.Payments, Amount(f.Received), Amount(f.Refunded), Amount(f.Reversed), Amount(f.Net), Amount(f.Unapplied),
            Shown.Ron(f.ReceivedRon), Shown.Ron(f.RefundedRon), Shown.Ron(f.ReversedRon), Shown.Ron(f.NetRon), Shown.Ron(f.UnappliedRon));

        decimal Amount(decimal amount) => new Money(amount, total.Currency).Shown();
    }
}
