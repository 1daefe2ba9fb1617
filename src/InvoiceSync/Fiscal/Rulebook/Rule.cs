namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>
/// One check. Id is the official one; Key names our words for it in RuleText, Term the business term (BT-, BG-) it is about,
/// Path where below the context that stands. Beyond marks what the official package means to check but never does, and our own.
/// </summary>
sealed record Rule(string Id, string Key, string? Term, string? Path, Func<Node, bool> Holds)
{
    public bool IsWarning { get; init; }

    public bool IsBeyond { get; init; }

    public string? Detail { get; init; }
}
