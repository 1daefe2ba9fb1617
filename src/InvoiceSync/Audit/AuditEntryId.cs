using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Names one entry of the audit trail; outside aud_….</summary>
public readonly record struct AuditEntryId(Guid Value) : IId<AuditEntryId>
{
    public static string Prefix => "aud";

    public static AuditEntryId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
