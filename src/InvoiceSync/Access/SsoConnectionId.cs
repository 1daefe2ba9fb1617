using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names a company's link to its own identity provider; outside sso_….</summary>
public readonly record struct SsoConnectionId(Guid Value) : IId<SsoConnectionId>
{
    public static string Prefix => "sso";

    public static SsoConnectionId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
