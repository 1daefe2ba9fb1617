namespace InvoiceSync.Audit.Model;

/// <summary>What was asked of the log, put to the database and to entries read from a file alike.</summary>
sealed class EntryFilter(ListActivity query, IReadOnlyList<byte[]>? marks)
{
    public DateTimeOffset? From { get; } = query.From is { } first ? Start(first) : null;

    public DateTimeOffset? Before { get; } = query.To is { } last ? Start(last).AddDays(1) : null;

    public string? Words => query.Words;

    /// <summary>What the address asked for is kept as, once for each person's key.</summary>
    public IReadOnlyList<byte[]>? Marks => marks;

    /// <summary>Nothing but words and days: then an index of words answers, where there is one.</summary>
    public bool IsWordsAlone => query is { Words: not null, Who: null, Resource: null, Event: null, Status: null, Address: null };

    /// <summary>Everything but words, each by an index.</summary>
    public IQueryable<ChainEntry> Narrow(IQueryable<ChainEntry> entries) =>
        marks is null ? NarrowButAddress(entries) : NarrowButAddress(entries).Where(e => marks.Contains(e.AddressMark));

    public IQueryable<ChainEntry> NarrowButAddress(IQueryable<ChainEntry> entries)
    {
        if (query.Who is { } who) entries = entries.Where(e => e.ActorId == who);
        if (query.Resource is { } resource) entries = entries.Where(e => e.ResourceId == resource);
        if (query.Event is { } happened) entries = entries.Where(e => e.EventType == happened);
        // Written out, because an index of what is not ok serves no parameter.
        entries = query.Status switch
        {
            null => entries,
            "refused" => entries.Where(e => e.Status == "refused"),
            "failed" => entries.Where(e => e.Status == "failed"),
            var status => entries.Where(e => e.Status == status),
        };
        if (From is { } from) entries = entries.Where(e => e.CreatedAt >= from);
        if (Before is { } before) entries = entries.Where(e => e.CreatedAt < before);
        return entries;
    }

    /// <summary>All that was asked, words by reading: for a period, or a count that stops.</summary>
    public IQueryable<ChainEntry> All(IQueryable<ChainEntry> entries) => query.Words is null ? Narrow(entries) : Speaking(Narrow(entries));

    /// <summary>Those that hold the words, read one by one.</summary>
    public IQueryable<ChainEntry> Speaking(IQueryable<ChainEntry> entries)
    {
        var words = query.Words!.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // lower() of the database, as its index of words has it
        return entries.Where(e => e.EventType.ToLower().Contains(words) || e.Action.ToLower().Contains(words) || e.ResourceId.ToLower().Contains(words)
            || e.Metadata.ToLower().Contains(words) || e.Changes.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862
    }

    public bool Holds(ChainEntry e) =>
        (query.Who is null || e.ActorId == query.Who)
        && (query.Resource is null || e.ResourceId == query.Resource)
        && (query.Event is null || e.EventType == query.Event)
        && (query.Status is null || e.Status == query.Status)
        && (marks is null || marks.Any(m => m.AsSpan().SequenceEqual(e.AddressMark)))
        && (From is null || e.CreatedAt >= From)
        && (Before is null || e.CreatedAt < Before)
        && (query.Words is null || Texts(e).Any(t => t.Contains(query.Words, StringComparison.OrdinalIgnoreCase)));

    static string[] Texts(ChainEntry e) => [e.EventType, e.Action, e.ResourceId, e.Metadata, e.Changes];

    static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
