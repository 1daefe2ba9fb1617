using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Names one sale of one tenant, as its source told it; outside sal_….</summary>
public readonly record struct SaleId(Guid Value) : IId<SaleId>
{
    public static string Prefix => "sal";

    public static SaleId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
