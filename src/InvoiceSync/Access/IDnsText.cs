namespace InvoiceSync.Access;

/// <summary>Asks the public DNS for the texts (TXT records) of a name.</summary>
public interface IDnsText
{
    Task<DnsAnswer> Texts(string name, CancellationToken ct);
}

/// <summary>What DNS said: the texts (none when the name has none), or nothing that can be relied on.</summary>
public abstract record DnsAnswer
{
    public sealed record Found(IReadOnlyList<string> Texts) : DnsAnswer;

    public sealed record Unanswered(string Why) : DnsAnswer;
}
