using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names an e-mail domain a company says is its own; outside dom_….</summary>
public readonly record struct SsoDomainId(Guid Value) : IId<SsoDomainId>
{
    public static string Prefix => "dom";

    public static SsoDomainId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
