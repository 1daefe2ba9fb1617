namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>A rule that does not hold, and where. Stopped says why the rule could not be decided.</summary>
sealed record Finding(Rule Rule, Node At, string? Stopped = null)
{
    /// <summary>The authority refuses the document for it.</summary>
    public bool IsFatal => Stopped is not null || (!Rule.IsWarning && !Rule.IsBeyond);

    public string Id => Stopped is null ? Rule.Id : BookKeys.StoppedRule;
}
