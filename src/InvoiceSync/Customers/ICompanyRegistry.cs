namespace InvoiceSync.Customers;

/// <summary>The public register of taxpayers. Every answer is a record; only the caller's own cancellation is thrown. It keeps to the register's pace by itself.</summary>
public interface ICompanyRegistry
{
    /// <summary>The most numbers asked about at once.</summary>
    const int MostAtOnce = 100;

    Task<RegistryAnswer> Ask(Uri baseAddress, IReadOnlyList<Cui> cuis, DateOnly on, CancellationToken ct);
}
