using InvoiceSync.Kernel;

namespace InvoiceSync.Messaging;

/// <summary>Names one e-mail; outside mai_….</summary>
public readonly record struct MailId(Guid Value) : IId<MailId>
{
    public static string Prefix => "mai";

    public static MailId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
