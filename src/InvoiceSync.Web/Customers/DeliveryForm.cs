using InvoiceSync.Customers;

namespace InvoiceSync.Web.Customers;

/// <summary>A further address while it is being typed; without a name and a street it is none.</summary>
public sealed class DeliveryForm(DeliveryAddress? delivery = null)
{
    public string? Label { get; set; } = delivery?.Label;
    public AddressForm Address { get; } = new(delivery?.Address);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Label) && Address.Address is null;

    public DeliveryAddress Delivery => new(Label ?? "", Address.Address ?? new("", null, "", null, null, "RO"));
}
