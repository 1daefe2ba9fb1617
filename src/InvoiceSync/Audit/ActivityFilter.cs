namespace InvoiceSync.Audit;

/// <summary>What of the log is wanted, as the activity page filters it, but for the days: those come from the period.</summary>
public sealed record ActivityFilter(string? Who = null, string? Resource = null, string? Event = null, string? Status = null, string? Address = null, string? Words = null)
{
    internal ListActivity Query => new(Who, Resource, Event, Status, Address, Words);
}
