namespace InvoiceSync.Kernel;

static class MoneyErrors
{
    public static readonly Error CurrencyUnknown = Error.Invalid("currency.unknown", "A currency is three letters of ISO 4217, like RON or EUR.");
    public static readonly Error CurrenciesMixed = Error.Invalid("currency.mixed", "Amounts in two currencies cannot be added.");
}
