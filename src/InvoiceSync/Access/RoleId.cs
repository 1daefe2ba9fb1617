using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names one of a company's own roles; outside rol_….</summary>
public readonly record struct RoleId(Guid Value) : IId<RoleId>
{
    public static string Prefix => "rol";

    public static RoleId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
