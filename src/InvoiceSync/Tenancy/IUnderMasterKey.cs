namespace InvoiceSync.Tenancy;

/// <summary>A module whose rows hold something the master key itself sealed: after an exchange it is sealed again, company by company.</summary>
public interface IUnderMasterKey
{
    /// <summary>Seals again, with the present key, at most so many of the caller's company; how many it was.</summary>
    Task<int> Rewrap(int most, CancellationToken ct);
}
