using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>Names one customer of a company; outside cus_….</summary>
public readonly record struct CustomerId(Guid Value) : IId<CustomerId>
{
    public static string Prefix => "cus";

    public static CustomerId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
