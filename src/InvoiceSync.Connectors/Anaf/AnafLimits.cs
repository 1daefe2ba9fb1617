using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>
/// ANAF's limits (limiteApeluriAPI.txt) as allowances of one company, which has one token: 1000 calls a minute, all methods
/// together, and less a day for one message. Whoever ignores its refusals is blocked, so we stop a little before.
/// </summary>
static class AnafLimits
{
    /// <summary>
    /// Any minute touches seven spans of ten seconds at most: 840 calls. Two nodes whose clocks are ten seconds apart add
    /// one span: 960.
    /// </summary>
    public const int CallsPerSpan = 120;

    public const int StatesPerMessage = 95, DownloadsPerMessage = 9, ListsPerDay = 95_000, AnswersPerDay = 950;

    public const string Calls = "anaf/calls";

    static readonly TimeSpan Span = TimeSpan.FromSeconds(10);

    public static CallAllowance Any(DateTimeOffset now, int most = CallsPerSpan) =>
        new(Calls, most, new DateTimeOffset(now.UtcTicks / Span.Ticks * Span.Ticks, TimeSpan.Zero) + Span, FiscalLimit.Minute);

    public static CallAllowance State(string index, DateTimeOffset now) => Daily($"anaf/state/{Short(index)}", StatesPerMessage, now);

    public static CallAllowance Download(string id, DateTimeOffset now) => Daily($"anaf/download/{Short(id)}", DownloadsPerMessage, now);

    public static CallAllowance List(string taxId, DateTimeOffset now) => Daily($"anaf/list/{taxId}", ListsPerDay, now);

    public static CallAllowance Answer(string taxId, DateTimeOffset now) => Daily($"anaf/answer/{taxId}", AnswersPerDay, now);

    // A day is ANAF's own, by the clock of Bucharest.
    static CallAllowance Daily(string key, int most, DateTimeOffset now) => new(key, most, AnafTime.EndOfDay(now), FiscalLimit.Day);

    // Ids are digits today; what else somebody may send as one must not break the key.
    static string Short(string id) => id.Length <= 64 ? id : id[..64];
}
