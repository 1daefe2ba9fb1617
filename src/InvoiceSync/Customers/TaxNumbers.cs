using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>By what numbers tax offices know a customer, checked by the rules of its country. A person's CNP stands apart from all others.</summary>
sealed record TaxNumbers(string? TaxId, string? VatId, string? PersonalNumber)
{
    const int Longest = 32;

    /// <summary>Kept is the CNP known so far: it was shown masked, and comes back masked when nobody touched it.</summary>
    public static TaxNumbers Of(CustomerDetails typed, string? kept, List<Error> errors)
    {
        var text = PlainText.Tidy(typed.TaxId);
        var vat = Vat(typed.VatId, errors);
        var country = Country.Find(typed.BillingAddress?.Country) ?? vat?[..2] ?? "RO";
        if (typed.Kind == BuyerKind.Individual) return Person(text, vat, country, kept, errors);
        if (country != "RO") return Abroad(text, vat, errors);
        if (text.Length == 0) return new(vat?.StartsWith("RO", StringComparison.Ordinal) == true ? vat[2..] : null, vat, null);
        if (Cnp.IsValid(text)) errors.Add(CustomerErrors.TaxIdOfPerson);
        else if (!Cui.TryParse(text, out _)) errors.Add(CustomerErrors.TaxIdWrong);
        if (!Cui.TryParse(text, out var cui)) return new(null, vat, null);

        if (vat?.StartsWith("RO", StringComparison.Ordinal) == true && vat != cui.VatId) errors.Add(CustomerErrors.VatIdOfAnother);
        // Only a VAT payer's number is written with RO before it.
        return new(cui.Digits, vat ?? (text.StartsWith("RO", StringComparison.OrdinalIgnoreCase) ? cui.VatId : null), null);
    }

    static string? Vat(string? typed, List<Error> errors)
    {
        var text = VatNumber.Normalize(PlainText.Tidy(typed));
        if (text.Length == 0) return null;
        if (VatNumber.IsValid(text)) return text;
        errors.Add(CustomerErrors.VatIdWrong(VatNumber.FormOf(text.Length > 2 ? text[..2] : null)));
        return null;
    }

    static TaxNumbers Person(string text, string? vat, string country, string? kept, List<Error> errors)
    {
        if (text.Length == 0) return new(null, vat, null);
        if (country != "RO") return Abroad(text, vat, errors);
        if (kept is not null && text == Cnp.Masked(kept)) return new(null, vat, kept);
        if (Cnp.IsValid(text)) return new(null, vat, text);
        errors.Add(CustomerErrors.CnpWrong);
        return new(null, vat, null);
    }

    static TaxNumbers Abroad(string text, string? vat, List<Error> errors)
    {
        if (text.Length > Longest) errors.Add(CustomerErrors.TooLong(nameof(CustomerDetails.TaxId), Longest));
        var number = text.Length == 0 ? null : text.ToUpperInvariant();
        return new(number ?? vat, vat ?? (number is null ? null : VatIn(VatNumber.Normalize(number))), null);
    }

    // Outside the Union a number that begins like a country may be anything.
    static string? VatIn(string number) => number.Length > 2 && VatNumber.FormOf(number[..2]) is not null && VatNumber.IsValid(number) ? number : null;
}
