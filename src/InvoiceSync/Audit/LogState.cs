namespace InvoiceSync.Audit;

/// <summary>A log at one size: the hash of its last entry and the roots of whole subtrees. What comes after needs nothing else of what lies before.</summary>
public sealed record LogState(long Size, byte[] Head, byte[] Frontier)
{
    const int HashLength = 32;

    public static readonly LogState Start = new(0, new byte[HashLength], []);
}
