using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>A product as it may be saved, or what is wrong with it and where.</summary>
sealed record ProductCheck(ProductDetails Details, IReadOnlyList<Error> Errors)
{
    public const int LongestName = 100;         // BR-RO-L100: item name
    public const int LongestDescription = 200;  // BR-RO-L200: item description
    public const int LongestSku = 50;
    const decimal Highest = 999_999_999_999m;
    const int Decimals = 6;
    const int MostPrices = 20;

    public static ProductCheck Of(ProductDetails typed)
    {
        var errors = new List<Error>();
        var it = typed with
        {
            Name = PlainText.Tidy(typed.Name),
            Description = Said(typed.Description),
            Sku = Said(typed.Sku),
            Unit = PlainText.Tidy(typed.Unit).ToUpperInvariant(),
            Prices = [.. typed.Prices.Select(p => new ProductPrice(PlainText.Tidy(p.Currency).ToUpperInvariant(), p.Amount))],
            Metadata = Customers.Metadata.Tidied(typed.Metadata),
        };
        Require(it.Name.Length > 0, ProductErrors.NameMissing);
        Require(UnitCode.IsValid(it.Unit), ProductErrors.UnitWrong);
        Require(it.Prices.All(p => p.Currency.Length == 3 && p.Currency.All(char.IsAsciiLetterUpper)), ProductErrors.CurrencyUnknown);
        Require(it.Prices.All(p => p.Amount is >= 0 and <= Highest && decimal.Round(p.Amount, Decimals) == p.Amount), ProductErrors.PriceWrong);
        Require(it.Prices.Count <= MostPrices && it.Prices.DistinctBy(p => p.Currency).Count() == it.Prices.Count, ProductErrors.PriceTwice);
        Require(Enum.IsDefined(it.TaxCategory), ProductErrors.CategoryUnknown);
        Require(it.TaxCategory == TaxCategory.S ? it.TaxRate is > 0 and <= 100 && decimal.Round(it.TaxRate, 2) == it.TaxRate : it.TaxRate == 0, ProductErrors.RateWrong);
        if (Customers.Metadata.Fault(it.Metadata) is { } fault) errors.Add(fault);
        Limit(nameof(it.Name), it.Name, LongestName);
        Limit(nameof(it.Description), it.Description, LongestDescription);
        Limit(nameof(it.Sku), it.Sku, LongestSku);
        return new(it, errors);

        void Require(bool holds, Error otherwise)
        {
            if (!holds) errors.Add(otherwise);
        }

        void Limit(string field, string? text, int longest)
        {
            if (text?.Length > longest) errors.Add(CustomerErrors.TooLong(field, longest));
        }
    }

    public ProductCheck OrRefuse() => Errors is [var first, ..] ? throw new RuleBrokenException(first) : this;

    static string? Said(string? text) => PlainText.Tidy(text) is { Length: > 0 } tidy ? tidy : null;
}
