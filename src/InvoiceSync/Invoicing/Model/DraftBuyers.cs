using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>From the buyer as typed to the one on the invoice; says what is missing or wrong, field by field.</summary>
static class DraftBuyers
{
    public static Buyer? Of(DraftBuyer typed, List<Error> faults)
    {
        var before = faults.Count;
        var name = PlainText.Tidy(typed.Name);
        if (name.Length == 0) faults.Add(DraftFaults.BuyerMissing);
        var check = AddressCheck.Of(typed.Address);
        faults.AddRange(check.Errors.Select(e => e with { Field = $"buyer.address.{e.Field}" }));
        var (legal, vat) = Numbers(typed, check.Address, faults);
        return faults.Count > before ? null : new(typed.Kind, name, legal, vat, check.Address!, string.IsNullOrWhiteSpace(typed.Email) ? null : typed.Email.Trim());
    }

    static (string? Legal, string? Vat) Numbers(DraftBuyer typed, PostalAddress? address, List<Error> faults)
    {
        var number = typed.TaxId?.Trim() ?? "";
        if (typed.Kind == BuyerKind.Individual)
        {
            if (number.Length > 0 && address is { IsRomanian: true } && !Cnp.IsValid(number)) faults.Add(DraftFaults.CnpWrong);
            return (number.Length > 0 ? number : null, null);
        }

        if (number.Length == 0)
        {
            faults.Add(DraftFaults.TaxIdMissing);
            return default;
        }

        if (address is not { IsRomanian: true }) return (number, HasCountry(number.ToUpperInvariant()) ? number.ToUpperInvariant() : null);
        if (!Cui.TryParse(number, out var cui))
        {
            faults.Add(DraftFaults.CuiWrong);
            return default;
        }

        // Only a VAT payer's number is written with RO; a bare CUI says the company is not registered for VAT.
        return (cui.Digits, number.StartsWith("RO", StringComparison.OrdinalIgnoreCase) ? cui.VatId : null);
    }

    // BT-48 begins with a country, Greece's with EL; a number of another shape is a number, but no VAT number.
    static bool HasCountry(string number) => number.Length > 2 && (Country.IsKnown(number[..2]) || number.StartsWith("EL", StringComparison.Ordinal));
}
