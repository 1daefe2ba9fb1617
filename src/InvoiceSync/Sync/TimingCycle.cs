namespace InvoiceSync.Sync;

/// <summary>How often something runs.</summary>
public enum TimingCycle
{
    Daily,
    Weekly,
    Monthly,
}
