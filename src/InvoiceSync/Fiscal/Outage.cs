using InvoiceSync.Fiscal.Calls;

namespace InvoiceSync.Fiscal;

/// <summary>
/// A time in which a provider was down: seen by our own calls, or entered with a source by a person of the company or by the
/// installation's operator. While ANAF is down for 24 hours or more, the duty to file rests until it is back; no days are added.
/// </summary>
public sealed record Outage(OutageId Id, string Provider, DateTimeOffset From, DateTimeOffset? Until, bool IsObserved, string? Source)
{
    /// <summary>Hours after which the duty to file rests.</summary>
    public const int LongHours = 24;

    /// <summary>Whether it was ANAF's test system. No duty rests on that one.</summary>
    public bool IsTest { get; init; }

    /// <summary>Whether the operator entered it for all companies: none of them ends or removes it.</summary>
    public bool IsOperators { get; init; }

    public bool IsLong(DateTimeOffset now) => (Until ?? now) - From >= TimeSpan.FromHours(LongHours);

    /// <summary>What it means for a document whose five days end with this one.</summary>
    public DutyRest RestFor(DateOnly lastDay, DateTimeOffset now)
    {
        if (IsTest || Provider != FiscalDoor.Anaf || !IsLong(now)) return DutyRest.None;
        var days = FilingDeadline.Span(lastDay);
        if (From >= days.End || Until <= days.Start) return DutyRest.None;
        return Until is null ? DutyRest.Now : DutyRest.Was;
    }
}
