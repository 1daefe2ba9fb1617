namespace InvoiceSync.Audit;

/// <summary>Where entries go: a log system of the company, the index they go into, the source they are marked with, and the token that opens it.</summary>
public sealed record OutletTarget(OutletKind Kind, Uri Address, string Index, string Source, string Token)
{
    public override string ToString() => $"{Kind} at {Address.Host}";
}
