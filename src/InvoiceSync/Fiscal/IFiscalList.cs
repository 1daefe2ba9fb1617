namespace InvoiceSync.Fiscal;

/// <summary>A provider with a list of what it took in: a doubt is settled by looking for the invoice's number there.</summary>
public interface IFiscalList : IFiscalProvider
{
    /// <summary>One page of the authority's messages for the account, pages counted from 1.</summary>
    Task<SearchAnswer> Search(FiscalAccount account, DateTimeOffset from, DateTimeOffset to, int page, CancellationToken ct);
}
