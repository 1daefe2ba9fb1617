namespace InvoiceSync.Tenancy;

/// <summary>A module whose rows keep secrets sealed by the vault: after a new data key they are sealed again, and counted until they are.</summary>
public interface IKeepSecrets
{
    /// <summary>All of the company's, from tracked rows, so that what Replace writes is saved.</summary>
    Task<IReadOnlyList<KeptSecret>> All(CancellationToken ct);
}

/// <summary>One sealed secret where it is kept.</summary>
public sealed record KeptSecret(string Purpose, string Sealed, Action<string> Replace)
{
    public override string ToString() => $"kept secret {Purpose}";
}
