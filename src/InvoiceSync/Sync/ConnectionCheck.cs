using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>What pressing "Check connection" found: whose account it is, or what is wrong and how to cure it.</summary>
public abstract record ConnectionCheck
{
    ConnectionCheck()
    {
    }

    /// <summary>Remarks are advice in plain words, like using a restricted key.</summary>
    public sealed record Works(string AccountId, string AccountName, bool Live, IReadOnlyList<string> Remarks) : ConnectionCheck;

    public sealed record Fails(Error Error) : ConnectionCheck;
}
