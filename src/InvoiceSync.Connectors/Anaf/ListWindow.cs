namespace InvoiceSync.Connectors.Anaf;

/// <summary>
/// The part of a wished-for window ANAF will answer: not older than 60 days and not in the future, both by its clock, where
/// one second ahead fails the whole call. We keep five minutes and sixty seconds away from the edges.
/// </summary>
readonly record struct ListWindow(DateTimeOffset From, DateTimeOffset To)
{
    static readonly TimeSpan Oldest = TimeSpan.FromDays(60) - TimeSpan.FromMinutes(5);
    static readonly TimeSpan Youngest = TimeSpan.FromSeconds(60);

    public bool IsEmpty => From >= To;

    public static ListWindow Within(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now) =>
        new(from < now - Oldest ? now - Oldest : from, to > now - Youngest ? now - Youngest : to);
}
