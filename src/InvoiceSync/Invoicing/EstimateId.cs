using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Names one pro-forma or quote; outside est_….</summary>
public readonly record struct EstimateId(Guid Value) : IId<EstimateId>
{
    public static string Prefix => "est";

    public static EstimateId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
