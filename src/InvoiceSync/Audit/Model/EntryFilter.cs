namespace InvoiceSync.Audit.Model;

/// <summary>Narrows the log to what was asked. Everything but words goes by an index.</summary>
static class EntryFilter
{
    // Behind row-level security no index of words may be used, so they are looked for in a stretch of time.
    static readonly TimeSpan WordsReach = TimeSpan.FromDays(31);

    public static IQueryable<ChainEntry> Of(IQueryable<ChainEntry> entries, ListActivity query, IReadOnlyList<byte[]>? marks, DateTimeOffset now)
    {
        if (query.Who is { } who) entries = entries.Where(e => e.ActorId == who);
        if (query.Resource is { } resource) entries = entries.Where(e => e.ResourceId == resource);
        if (query.Event is { } happened) entries = entries.Where(e => e.EventType == happened);
        if (query.Status is { } status) entries = entries.Where(e => e.Status == status);
        if (marks is not null) entries = entries.Where(e => marks.Contains(e.AddressMark));
        var before = query.To is { } to ? Start(to).AddDays(1) : (DateTimeOffset?)null;
        var from = query.From is { } first ? Start(first) : (DateTimeOffset?)null;
        if (query.Words is not { } words) return Between(entries, from, before);

        var earliest = (before ?? now) - WordsReach;
        return Between(entries, from > earliest ? from : earliest, before).Where(e =>
            e.EventType.Contains(words) || e.Action.Contains(words) || e.ResourceId.Contains(words) || e.Metadata.Contains(words) || e.Changes.Contains(words));
    }

    static IQueryable<ChainEntry> Between(IQueryable<ChainEntry> entries, DateTimeOffset? from, DateTimeOffset? before)
    {
        if (from is { } first) entries = entries.Where(e => e.CreatedAt >= first);
        if (before is { } end) entries = entries.Where(e => e.CreatedAt < end);
        return entries;
    }

    static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
