namespace InvoiceSync.Client;

/// <summary>Makes an invoice on each of its days. NextDates, Problem and Invoices are there when it is read alone. Status is active, paused or ended.</summary>
public sealed record Schedule(
    string Id,
    string Name,
    string Status,
    Schedule.Content Invoice,
    DateOnly FirstOn,
    int Every,
    string Unit,
    bool LastDayOfMonth,
    DateOnly? Until,
    int? Count,
    bool IssueAutomatically,
    bool SendByMail,
    DateOnly? NextOn,
    bool HasProblem,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyDictionary<string, string?> Links,
    IReadOnlyList<DateOnly>? NextDates = null,
    Schedule.Trouble? Problem = null,
    IReadOnlyList<Schedule.Made>? Invoices = null) : Versioned
{
    /// <summary>What each of its invoices says.</summary>
    public sealed record Content(
        Client.Invoice.Buyer Customer, string Currency, IReadOnlyList<Client.Invoice.Line> LineItems, decimal Subtotal, decimal Tax, decimal Total, int? PaymentTermDays, IReadOnlyList<string> Notes, IReadOnlyDictionary<string, string> Metadata);

    /// <summary>An invoice it made. Status is draft, issued or deleted.</summary>
    public sealed record Made(int Period, DateOnly DueOn, string InvoiceId, string? Number, string Status, Trouble? Problem, DateTimeOffset CreatedAt);

    public sealed record Trouble(string Code, string Detail);
}

/// <summary>What each invoice says, without its dates, and when one is made: every so many weeks, months, quarters or years from a first day.</summary>
public sealed record NewSchedule(string Name, NewInvoice Invoice, DateOnly FirstOn, string Unit)
{
    public int? Every { get; init; }

    public bool? LastDayOfMonth { get; init; }

    public DateOnly? Until { get; init; }

    public int? Count { get; init; }

    public bool? IssueAutomatically { get; init; }

    public bool? SendByMail { get; init; }
}
