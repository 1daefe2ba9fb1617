using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names one request for approval; outside apv_….</summary>
public readonly record struct ApprovalId(Guid Value) : IId<ApprovalId>
{
    public static string Prefix => "apv";

    public static ApprovalId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
