using System.Text.RegularExpressions;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

/// <summary>What a caller may name: a Stripe id, a tax number, an invoice number. Anything else is refused before it reaches anybody.</summary>
static partial class Instructed
{
    const int LongestNumber = 200; // BR-RO-L155
    const string Nobody = "-";

    public static void Check(SourceKey key, SaleInstructions said)
    {
        Rule.Require(key.Id is { Length: > 0 and <= 255 } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'), SaleErrors.SourceIdInvalid);
        Rule.Require(said.TaxId is null or Nobody || TaxId().IsMatch(said.TaxId), SaleErrors.TaxIdInvalid);
        if (said.Number is not { } number) return;

        Rule.Require(key.Kind == SaleKind.Charge, SaleErrors.NumberOfSource);
        Rule.Require(PlainText.Tidy(number) == number && PlainText.Length(number) is > 0 and <= LongestNumber && number.Any(char.IsAsciiDigit), SaleErrors.NumberInvalid);
        Rule.Require(!OwnSeries().IsMatch(number), SaleErrors.NumberReserved);
    }

    /// <summary>Whether what the caller says is the cure of an invoice the authority refused.</summary>
    public static bool Mends(GetSale.View refused, SaleInstructions said) =>
        refused.Sale.State == SaleState.Refused && said is { TaxId: { } taxId, Number: null } && taxId != refused.Buyer.TaxId;

    /// <summary>Whether a sale that has its invoice already has it as the caller says.</summary>
    public static void CheckAgainst(GetSale.View made, SaleInstructions said)
    {
        var taxId = said.TaxId is null || string.Equals(said.TaxId, made.Buyer.TaxId ?? Nobody, StringComparison.OrdinalIgnoreCase);
        Rule.Require(taxId && (said.Number is null || said.Number == made.Sale.Number), SaleErrors.InvoicedOtherwise);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9 .\-/]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TaxId();

    [GeneratedRegex(@"^S-\d{6,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OwnSeries();
}
