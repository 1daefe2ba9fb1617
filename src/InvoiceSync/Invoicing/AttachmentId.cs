using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Names one file that goes with an invoice; outside att_….</summary>
public readonly record struct AttachmentId(Guid Value) : IId<AttachmentId>
{
    public static string Prefix => "att";

    public static AttachmentId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
