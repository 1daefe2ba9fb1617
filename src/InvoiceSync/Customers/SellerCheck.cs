using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>
/// Our own company as it may be saved: the CUI in bare digits, the county as code, a Bucharest city as SECTORn. Errors name
/// the field each points at; the seller is the tidied one, to be saved only when there are none.
/// </summary>
public sealed record SellerCheck(Seller Seller, IReadOnlyList<Error> Errors)
{
    const int LongestName = 200;     // BR-RO-L201
    const int LongestContact = 100;  // BR-RO-L1005, L1006
    const int LongestRegister = 1000; // BR-RO-L1000
    const int LongestBank = 200;     // BR-RO-L210

    public static SellerCheck Of(Seller typed)
    {
        var errors = new List<Error>();
        var address = AddressCheck.Of(typed.Address);
        var seller = new Seller(PlainText.Tidy(typed.Name), Cui.Normalize(typed.TaxId) ?? PlainText.Tidy(typed.TaxId), typed.IsVatPayer, Tidy(typed.TradeRegister),
            address.Address ?? typed.Address, Tidy(typed.Email), Tidy(typed.Phone), Tidy(typed.Iban) is { } iban ? Iban.Normalize(iban) : null, Tidy(typed.Bank))
        {
            PaysVatWhenPaid = typed is { IsVatPayer: true, PaysVatWhenPaid: true },
        };

        if (seller.Name.Length == 0) errors.Add(CustomerErrors.NameMissing);
        if (Cnp.IsValid(seller.TaxId)) errors.Add(CustomerErrors.TaxIdOfPerson);
        else if (!Cui.TryParse(seller.TaxId, out _)) errors.Add(CustomerErrors.TaxIdWrong);
        errors.AddRange(address.Errors);
        if (address.Address is { IsRomanian: false }) errors.Add(CustomerErrors.SellerAbroad);
        if (seller.Iban is not null && !Iban.IsValid(seller.Iban)) errors.Add(CustomerErrors.IbanWrong);
        if (seller.Email is not null && !EmailText.LooksRight(seller.Email)) errors.Add(CustomerErrors.EmailWrong);

        Limit(nameof(Seller.Name), seller.Name, LongestName);
        Limit(nameof(Seller.Email), seller.Email, LongestContact);
        Limit(nameof(Seller.Phone), seller.Phone, LongestContact);
        Limit(nameof(Seller.TradeRegister), seller.TradeRegister, LongestRegister);
        Limit(nameof(Seller.Bank), seller.Bank, LongestBank);
        return new(seller, errors);

        void Limit(string field, string? text, int longest)
        {
            if (PlainText.Length(text) > longest) errors.Add(CustomerErrors.TooLong(field, longest));
        }
    }

    static string? Tidy(string? text) => PlainText.Tidy(text) is { Length: > 0 } tidy ? tidy : null;
}
