namespace InvoiceSync.Monitoring;

/// <summary>For how many days technical rows are kept where the operator wants other figures than ours, by the name of the rule.</summary>
public sealed record KeptDays(IReadOnlyDictionary<string, int> Of)
{
    public static KeptDays Ours { get; } = new(new Dictionary<string, int>());
}
