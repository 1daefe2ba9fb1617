using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>Names one product of a company; outside prd_….</summary>
public readonly record struct ProductId(Guid Value) : IId<ProductId>
{
    public static string Prefix => "prd";

    public static ProductId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
