using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Names one run of a scheduled export; outside xru_….</summary>
public readonly record struct ExportRunId(Guid Value) : IId<ExportRunId>
{
    public static string Prefix => "xru";

    public static ExportRunId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
