using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Names many sales processed together; outside bat_….</summary>
public readonly record struct BatchId(Guid Value) : IId<BatchId>
{
    public static string Prefix => "bat";

    public static BatchId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
