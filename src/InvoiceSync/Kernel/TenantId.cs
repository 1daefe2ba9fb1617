namespace InvoiceSync.Kernel;

/// <summary>Names the company whose fence a row stands behind. It leads every key of every tenant table.</summary>
public readonly record struct TenantId(Guid Value) : IId<TenantId>
{
    /// <summary>Stands for the installation itself where a row must name a tenant: acts of nobody's company, jobs that run once.</summary>
    public static readonly TenantId Platform = new(new Guid("00000000-0000-7000-8000-000000000001"));

    public static string Prefix => "ten";

    public static TenantId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
