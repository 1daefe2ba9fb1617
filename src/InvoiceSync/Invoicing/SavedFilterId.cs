using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Names one filter a person has put by; outside flt_….</summary>
public readonly record struct SavedFilterId(Guid Value) : IId<SavedFilterId>
{
    public static string Prefix => "flt";

    public static SavedFilterId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
