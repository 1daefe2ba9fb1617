using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names a group that a company's directory keeps here; outside grp_….</summary>
public readonly record struct ScimGroupId(Guid Value) : IId<ScimGroupId>
{
    public static string Prefix => "grp";

    public static ScimGroupId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
