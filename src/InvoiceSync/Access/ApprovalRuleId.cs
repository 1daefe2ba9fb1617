using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names one rule that asks for approval; outside apr_….</summary>
public readonly record struct ApprovalRuleId(Guid Value) : IId<ApprovalRuleId>
{
    public static string Prefix => "apr";

    public static ApprovalRuleId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
