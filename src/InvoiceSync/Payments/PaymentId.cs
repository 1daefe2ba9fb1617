using InvoiceSync.Kernel;

namespace InvoiceSync.Payments;

/// <summary>Names one payment of one tenant; outside pay_….</summary>
public readonly record struct PaymentId(Guid Value) : IId<PaymentId>
{
    public static string Prefix => "pay";

    public static PaymentId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
