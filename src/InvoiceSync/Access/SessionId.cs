using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names one signed-in device; outside ses_….</summary>
public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    public static string Prefix => "ses";

    public static SessionId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
