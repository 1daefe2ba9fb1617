namespace InvoiceSync.Kernel;

/// <summary>Names the company whose fence a row stands behind. It leads every key of every tenant table.</summary>
public readonly record struct TenantId(Guid Value) : IId<TenantId>
{
    public static string Prefix => "ten";

    public static TenantId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
