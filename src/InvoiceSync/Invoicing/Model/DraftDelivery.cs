using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>From the place of delivery as typed to the one on the invoice; one with nothing typed but a country is none.</summary>
static class DraftDelivery
{
    public static GoodsDelivery? Of(DraftContent draft, DateOnly on, List<Error> faults)
    {
        if (draft.DeliverTo is not { } typed || IsEmpty(typed)) return null;
        var check = AddressCheck.Of(typed);
        faults.AddRange(check.Errors.Select(e => e with { Field = $"delivery.address.{e.Field}" }));
        return check.Address is { } address ? new(on, address) : null;
    }

    static bool IsEmpty(RawAddress typed) => new[] { typed.Line1, typed.Line2, typed.City, typed.PostalCode, typed.State }.All(string.IsNullOrWhiteSpace);
}
