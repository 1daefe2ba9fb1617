namespace InvoiceSync.Fiscal;

/// <summary>How a provider fares for a company. Resting: too many calls failed, none is made; Trying: the next call decides.</summary>
public enum ProviderState
{
    NotConnected,
    NeedsAttention,
    Working,
    Resting,
    Trying,
}
