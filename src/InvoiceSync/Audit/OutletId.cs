using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Names one place the log is pushed to; outside out_….</summary>
public readonly record struct OutletId(Guid Value) : IId<OutletId>
{
    public static string Prefix => "out";

    public static OutletId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
