using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Shared;

/// <summary>How figures and days look in the reader's language.</summary>
public static class Formats
{
    const char NoBreak = '\u00A0';

    public static string Text(this Money money) => $"{Figure(money.Amount, money.Currency)}{NoBreak}{money.Currency}";

    public static string Figure(decimal amount, Currency currency) =>
        currency.Round(amount).ToString($"N{currency.Decimals}", CultureInfo.CurrentCulture);

    /// <summary>A quantity or a unit price: as many decimals as it has, at least the given number.</summary>
    public static string Exact(decimal value, int least = 0) =>
        value.ToString("#,##0." + new string('0', least) + new string('#', 10 - least), CultureInfo.CurrentCulture);

    public static string Percent(decimal rate) => $"{Exact(rate)}{NoBreak}%";

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", CultureInfo.CurrentCulture);
}
