using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Names one alert the log gave cause for; outside alt_….</summary>
public readonly record struct AlertId(Guid Value) : IId<AlertId>
{
    public static string Prefix => "alt";

    public static AlertId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
