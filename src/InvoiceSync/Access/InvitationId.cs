using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Names one invitation into a company; outside ivt_….</summary>
public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    public static string Prefix => "ivt";

    public static InvitationId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
