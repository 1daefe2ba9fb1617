namespace InvoiceSync.Sync;

/// <summary>What somebody wants to be told.</summary>
public sealed record NewsChoice(bool Finished = false, bool Failed = false, bool Summary = false)
{
    public static readonly NewsChoice Nothing = new();

    public bool Wants(NewsKind kind) => kind switch { NewsKind.Finished => Finished, NewsKind.Failed => Failed, _ => Summary };
}
