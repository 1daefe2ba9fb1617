namespace InvoiceSync.Kernel;

/// <summary>One page of a list in key order, and the key to ask for the next one with; null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, PageKey? Next)
{
    public static readonly Page<T> Empty = new([], null);
}

/// <summary>Where a page ended: the instant the list is sorted by and the row's id, newest first.</summary>
public sealed record PageKey(DateTimeOffset At, Guid Id)
{
    /// <summary>Lists sorted by a legal date stand at its midnight UTC.</summary>
    public static PageKey Of(DateOnly on, Guid id) => new(new(on.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), id);
}
