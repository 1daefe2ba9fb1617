using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>How stored figures and days are written in the document's language. Nothing is worked out here.</summary>
sealed class PaperFigures(DocumentLanguage language, Currency currency)
{
    const char NoBreak = '\u00A0';

    // A document in both languages is written by the seller's habits.
    readonly CultureInfo culture = CultureInfo.GetCultureInfo(language == DocumentLanguage.English ? "en-GB" : "ro-RO");

    public string Amount(decimal amount) => Amount(amount, currency);

    public string WithCurrency(decimal amount) => Amount(amount) + NoBreak + currency;

    public string InLei(decimal amount) => Amount(amount, Currency.Ron) + NoBreak + Currency.Ron;

    /// <summary>As many decimals as there are, at least the given number.</summary>
    public string Exact(decimal value, int least = 0) => value.ToString("#,##0." + new string('0', least) + new string('#', 10 - least), culture);

    public string Percent(decimal rate) => Exact(rate) + NoBreak + "%";

    public string Day(DateOnly day) => day.ToString(language == DocumentLanguage.English ? "d MMM yyyy" : "dd.MM.yyyy", culture);

    string Amount(decimal amount, Currency of) => amount.ToString($"N{of.Decimals}", culture);
}
