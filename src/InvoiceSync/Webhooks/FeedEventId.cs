using InvoiceSync.Kernel;

namespace InvoiceSync.Webhooks;

/// <summary>Names one public event of one tenant; outside evt_…. The same wherever it is told.</summary>
public readonly record struct FeedEventId(Guid Value) : IId<FeedEventId>
{
    public static string Prefix => "evt";

    public static FeedEventId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
