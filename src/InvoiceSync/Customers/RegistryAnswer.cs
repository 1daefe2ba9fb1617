namespace InvoiceSync.Customers;

/// <summary>What the register of taxpayers answered.</summary>
public abstract record RegistryAnswer
{
    RegistryAnswer()
    {
    }

    /// <summary>Those that stand in it. Missing ones do not, or not yet.</summary>
    public sealed record Found(IReadOnlyList<CompanyRecord> Companies, IReadOnlyList<string> Missing) : RegistryAnswer;

    /// <summary>It wants fewer questions; asking goes on a moment later.</summary>
    public sealed record TooFast : RegistryAnswer;

    public sealed record Unavailable(string Why) : RegistryAnswer;
}
