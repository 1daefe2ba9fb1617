using InvoiceSync.Customers;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Web.Invoicing;

public sealed partial class DraftForm
{
    public string? DeliveryStreet { get; set; }
    public string? DeliveryCity { get; set; }
    public string? DeliveryCounty { get; set; }
    public string? DeliveryPostalCode { get; set; }
    public string DeliveryCountry { get; set; } = "RO";
    public string? BuyerReference { get; set; }
    public string? OrderReference { get; set; }
    public string? ContractReference { get; set; }
    public string? ProjectReference { get; set; }
    public string? AccountingReference { get; set; }

    /// <summary>Whether anything of it is said: then it is shown opened.</summary>
    public bool HasDelivery => DeliverTo is not null || References is not null;

    RawAddress? DeliverTo => Said(DeliveryStreet) is null && Said(DeliveryCity) is null && Said(DeliveryPostalCode) is null
        ? null
        : new(Said(DeliveryStreet), kept.DeliverTo?.Line2, Said(DeliveryCity), Said(DeliveryCounty), Said(DeliveryPostalCode), Said(DeliveryCountry));

    DocumentReferences? References =>
        new DocumentReferences(Said(BuyerReference), Said(ProjectReference), Said(ContractReference), Said(OrderReference), Said(AccountingReference)) is { AreEmpty: false } known ? known : null;

    /// <summary>Goods go to the buyer's own address.</summary>
    public void DeliverToBuyer() => (DeliveryStreet, DeliveryCity, DeliveryCounty, DeliveryPostalCode, DeliveryCountry) = (Street, City, County, PostalCode, Country);

    void TakeDelivery(DraftContent draft)
    {
        if (draft.DeliverTo is { } to) (DeliveryStreet, DeliveryCity, DeliveryCounty, DeliveryPostalCode, DeliveryCountry) = (to.Line1, to.City, to.State, to.PostalCode, to.Country ?? "RO");
        if (draft.References is { } known) (BuyerReference, ProjectReference, ContractReference, OrderReference, AccountingReference) = known;
    }
}
