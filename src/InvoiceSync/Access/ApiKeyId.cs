using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names one API key; outside key_….</summary>
public readonly record struct ApiKeyId(Guid Value) : IId<ApiKeyId>
{
    public static string Prefix => "key";

    public static ApiKeyId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
