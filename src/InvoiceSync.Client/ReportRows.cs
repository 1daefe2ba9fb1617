using System.Text.Json.Serialization;

namespace InvoiceSync.Client;

/// <summary>What was issued, by day or month, currency and source.</summary>
public sealed record SalesReport(DateOnly From, DateOnly To, string By, IReadOnlyList<SalesReport.Row> Rows, IReadOnlyList<SalesReport.Sum> Totals)
{
    public sealed record Row(
        DateOnly Start, string Currency, string Source, long Documents, decimal Subtotal, decimal Tax, decimal Total, decimal SubtotalRon, decimal TaxRon, decimal TotalRon, long WithoutRon);

    public sealed record Sum(string Currency, long Documents, decimal Subtotal, decimal Tax, decimal Total, decimal SubtotalRon, decimal TaxRon, decimal TotalRon, long WithoutRon);
}

/// <summary>The customers most was issued to, in whole months.</summary>
public sealed record TopCustomers(DateOnly From, DateOnly To, IReadOnlyList<TopCustomers.Row> Rows)
{
    public sealed record Row(
        string Customer, string Currency, long Documents, decimal Subtotal, decimal Tax, decimal Total, decimal SubtotalRon, decimal TaxRon, decimal TotalRon, long WithoutRon);
}

/// <summary>The products most was issued of, in whole months.</summary>
public sealed record TopProducts(DateOnly From, DateOnly To, IReadOnlyList<TopProducts.Row> Rows)
{
    public sealed record Row(string? ProductId, string Product, string Unit, string Currency, long Lines, decimal Quantity, decimal Net, decimal NetRon);
}

/// <summary>What was taxed, by VAT category and rate.</summary>
public sealed record TaxReport(DateOnly From, DateOnly To, string Basis, IReadOnlyList<TaxReport.Row> Rows, IReadOnlyList<TaxReport.Sum> Totals, decimal TaxableRon, decimal TaxRon)
{
    public sealed record Row(string Currency, string TaxCategory, decimal TaxRate, long Documents, decimal Taxable, decimal Tax, decimal TaxableRon, decimal TaxRon);

    public sealed record Sum(string Currency, decimal Taxable, decimal Tax, decimal TaxableRon, decimal TaxRon);
}

/// <summary>What came, went back and was undone, by day or month, currency and method.</summary>
public sealed record PaymentsReport(DateOnly From, DateOnly To, string By, IReadOnlyList<PaymentsReport.Row> Rows, IReadOnlyList<PaymentsReport.Sum> Totals)
{
    public sealed record Row(
        DateOnly Start, string Currency, string Method, long Payments, decimal Received, decimal Refunded, decimal Reversed, decimal Net, decimal Unapplied,
        decimal ReceivedRon, decimal RefundedRon, decimal ReversedRon, decimal NetRon, decimal UnappliedRon);

    public sealed record Sum(
        string Currency, long Payments, decimal Received, decimal Refunded, decimal Reversed, decimal Net, decimal Unapplied,
        decimal ReceivedRon, decimal RefundedRon, decimal ReversedRon, decimal NetRon, decimal UnappliedRon);
}

/// <summary>What is open, by how many days it is overdue.</summary>
public sealed record AgingReport(DateOnly AsOf, IReadOnlyList<AgingReport.Row> Rows)
{
    public sealed record Row(
        string Currency,
        long Documents,
        decimal Current,
        [property: JsonPropertyName("days_1_30")] decimal To30,
        [property: JsonPropertyName("days_31_60")] decimal To60,
        [property: JsonPropertyName("days_61_90")] decimal To90,
        [property: JsonPropertyName("days_over_90")] decimal Older,
        decimal Overdue,
        decimal Open,
        decimal OpenRon);
}

/// <summary>The customers who owe most, and how late the oldest is.</summary>
public sealed record Debtors(DateOnly AsOf, IReadOnlyList<Debtors.Row> Rows)
{
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
}
