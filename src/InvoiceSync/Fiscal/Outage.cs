using InvoiceSync.Fiscal.Calls;

namespace InvoiceSync.Fiscal;

/// <summary>
/// A time in which a provider was down: seen by our own calls, or entered by a person with a source. While ANAF is down for
/// 24 hours or more, the duty to file rests until it is back; nothing says that days are added afterwards.
/// </summary>
public sealed record Outage(OutageId Id, string Provider, DateTimeOffset From, DateTimeOffset? Until, bool IsObserved, string? Source)
{
    /// <summary>Hours after which the duty to file rests.</summary>
    public const int LongHours = 24;

    public bool IsLong(DateTimeOffset now) => (Until ?? now) - From >= TimeSpan.FromHours(LongHours);

    /// <summary>What it means for a document whose five days end with this one.</summary>
    public DutyRest RestFor(DateOnly lastDay, DateTimeOffset now)
    {
        if (Provider != FiscalDoor.Anaf || !IsLong(now)) return DutyRest.None;
        var days = FilingDeadline.Span(lastDay);
        if (From >= days.End || Until <= days.Start) return DutyRest.None;
        return Until is null ? DutyRest.Now : DutyRest.Was;
    }
}
