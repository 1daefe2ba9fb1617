using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>Names a time in which a provider was down; outside dwn_….</summary>
public readonly record struct OutageId(Guid Value) : IId<OutageId>
{
    public static string Prefix => "dwn";

    public static OutageId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
