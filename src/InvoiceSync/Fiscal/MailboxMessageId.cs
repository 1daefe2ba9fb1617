using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>Names a message of the authority's mailbox as we keep it; outside msg_….</summary>
public readonly record struct MailboxMessageId(Guid Value) : IId<MailboxMessageId>
{
    public static string Prefix => "msg";

    public static MailboxMessageId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
