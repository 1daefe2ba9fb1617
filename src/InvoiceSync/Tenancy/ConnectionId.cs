using InvoiceSync.Kernel;

namespace InvoiceSync.Tenancy;

/// <summary>Names a tenant's link to one outside system; outside con_….</summary>
public readonly record struct ConnectionId(Guid Value) : IId<ConnectionId>
{
    public static string Prefix => "con";

    public static ConnectionId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
