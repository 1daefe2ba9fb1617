namespace InvoiceSync.Fiscal.Authorization;

/// <summary>Whether it is our turn to renew tokens: yes, no since another node is at it, or yes after one that was cut off halfway.</summary>
enum RefreshTurn
{
    Ours,
    Others,
    OursAfterCut,
}
