namespace InvoiceSync.Connectors.SmartBill;

/// <summary>How long we wait. A document cut off too early is a document in doubt, and those ask for a person.</summary>
public sealed class SmartBillOptions
{
    public TimeSpan Connect { get; set; } = TimeSpan.FromSeconds(15);

    public TimeSpan Make { get; set; } = TimeSpan.FromSeconds(90);

    public TimeSpan Ask { get; set; } = TimeSpan.FromSeconds(30);
}
