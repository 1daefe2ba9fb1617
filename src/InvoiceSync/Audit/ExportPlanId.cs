using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Names one scheduled export of the log; outside xpl_….</summary>
public readonly record struct ExportPlanId(Guid Value) : IId<ExportPlanId>
{
    public static string Prefix => "xpl";

    public static ExportPlanId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
