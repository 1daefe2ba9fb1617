using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>Names one filing: the story of getting one invoice accepted by the authority; outside fil_….</summary>
public readonly record struct FilingId(Guid Value) : IId<FilingId>
{
    public static string Prefix => "fil";

    public static FilingId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
