using InvoiceSync.Cli.Api;

namespace InvoiceSync.Cli.Process;

/// <summary>One sale of the report. State is the portal's word; of a dry run, the state it would get.</summary>
sealed record Sale(
    string Id,
    string SaleId,
    string? InvoiceId,
    string SourceType,
    string? Number,
    string CustomerName,
    decimal AmountTotal,
    string Currency,
    DateTimeOffset Created,
    string State,
    string? Reason)
{
    public const string NotDue = "not_due";
    public const string Waiting = "waiting";
    public const string Accepted = "accepted";

    public bool WouldFile { get; init; }

    /// <summary>Why the portal would not take it, when it would not.</summary>
    public string? Problem { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool WantsProcessing => State is "ready" or "parked";

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOnItsWay => State is "ready" or Waiting or "sent" or "unknown";

    [System.Text.Json.Serialization.JsonIgnore]
    public bool NeedsPerson => State is "refused" or "parked" || Problem is not null;

    public static Sale Of(SaleRow row) =>
        new(row.Id, row.SaleId, row.InvoiceId, row.SourceType, row.Number, row.CustomerName, row.AmountTotal, row.Currency, row.Created, row.State, row.Reason);
}
