using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names the tie between a person and their account at an identity provider; outside sln_….</summary>
public readonly record struct SsoLoginId(Guid Value) : IId<SsoLoginId>
{
    public static string Prefix => "sln";

    public static SsoLoginId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
