using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names a person who can sign in, in one tenant or several; outside usr_….</summary>
public readonly record struct UserId(Guid Value) : IId<UserId>
{
    public static string Prefix => "usr";

    public static UserId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
