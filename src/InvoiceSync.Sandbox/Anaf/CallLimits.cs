using InvoiceSync.Sandbox.Clock;

namespace InvoiceSync.Sandbox.Anaf;

/// <summary>The authority's published limits (limiteApeluriAPI), counted per practice minute and per day in Bucharest.</summary>
sealed class CallLimits(PracticeClock clock, int perMinute)
{
    public const int StatesPerMessage = 100, DownloadsPerMessage = 10, ListsPerCif = 1500, PagedListsPerCif = 100_000, RaspPerCif = 1000;

    readonly Lock gate = new();
    readonly Dictionary<string, int> today = [];
    DateOnly day;
    (long Minute, int Calls) current;

    public bool AdmitsCall()
    {
        if (perMinute == 0) return true;
        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        lock (gate)
        {
            current = (minute, current.Minute == minute ? current.Calls + 1 : 1);
            return current.Calls <= perMinute;
        }
    }

    /// <summary>Counts one use of today's allowance; false when it is spent.</summary>
    public bool Admits(string use, int perDay)
    {
        var date = Bucharest.Day(clock.GetUtcNow());
        lock (gate)
        {
            if (date != day) today.Clear();
            day = date;
            var used = today.GetValueOrDefault(use);
            if (used >= perDay) return false;
            today[use] = used + 1;
            return true;
        }
    }
}
