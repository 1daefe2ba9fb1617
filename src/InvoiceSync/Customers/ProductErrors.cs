using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

static class ProductErrors
{
    public static readonly Error NotFound = Error.NotFound("product.not_found", "There is no such product.");
    public static readonly Error Archived = Error.Refused("product.archived", "This product is archived. Restore it first.");
    public static readonly Error NameMissing = Error.Invalid("product.name_missing", "Enter the product's name as it shall stand on invoices.", nameof(ProductDetails.Name));
    public static readonly Error SkuTaken = Error.Invalid("product.sku_taken", "Another product has this number, perhaps an archived one. Choose another number.", nameof(ProductDetails.Sku));
    public static readonly Error UnitWrong = Error.Invalid("unit.invalid", "A unit is a code of two or three capitals and digits, like H87, KGM or HUR.", nameof(ProductDetails.Unit));
    public static readonly Error PriceWrong = Error.Invalid("price.invalid", "A price is an amount from 0 to 999,999,999,999 with at most six decimals.", nameof(ProductDetails.Prices));
    public static readonly Error PriceTwice = Error.Invalid("price.duplicated", "Give one price for each currency, twenty at most.", nameof(ProductDetails.Prices));
    public static readonly Error CurrencyUnknown = Error.Invalid("currency.unknown", "A currency is three letters of ISO 4217, like RON or EUR.", nameof(ProductDetails.Prices));
    public static readonly Error CategoryUnknown = Error.Invalid("tax_category.unknown", "Choose one of the VAT categories S, Z, E, AE, K, G and O.", nameof(ProductDetails.TaxCategory));
    public static readonly Error RateWrong = Error.Invalid("tax_rate.invalid", "The standard category has a rate above 0 up to 100 with two decimals; every other category has 0.", nameof(ProductDetails.TaxRate));
}
