namespace InvoiceSync.Connectors.Anaf;

/// <summary>How long we wait. ANAF is slow at month's end: an upload cut off too early is a document in doubt (odoo#198604).</summary>
public sealed class AnafOptions
{
    public TimeSpan Connect { get; set; } = TimeSpan.FromSeconds(15);

    public TimeSpan Upload { get; set; } = TimeSpan.FromSeconds(90);

    public TimeSpan Ask { get; set; } = TimeSpan.FromSeconds(45);

    public TimeSpan Download { get; set; } = TimeSpan.FromSeconds(90);

    public TimeSpan Token { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many calls ten seconds may hold for one company, on all nodes together.</summary>
    public int CallsPerSpan { get; set; } = AnafLimits.CallsPerSpan;
}
