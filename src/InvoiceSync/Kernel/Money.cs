using System.Globalization;

namespace InvoiceSync.Kernel;

/// <summary>An amount in major units with its currency. Two currencies never add up.</summary>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    public static Money operator +(Money a, Money b) => new(a.Amount + b.Of(a.Currency), a.Currency);

    public static Money operator -(Money a, Money b) => new(a.Amount - b.Of(a.Currency), a.Currency);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Currency.Round(Amount)} {Currency}");

    decimal Of(Currency wanted) =>
        Currency == wanted ? Amount : throw new RuleBrokenException(MoneyErrors.CurrenciesMixed);
}
