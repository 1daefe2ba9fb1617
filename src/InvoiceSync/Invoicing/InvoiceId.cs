using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Names one canonical invoice of one tenant; outside inv_….</summary>
public readonly record struct InvoiceId(Guid Value) : IId<InvoiceId>
{
    public static string Prefix => "inv";

    public static InvoiceId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
