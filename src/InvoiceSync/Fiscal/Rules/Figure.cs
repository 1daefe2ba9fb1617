using System.Globalization;

namespace InvoiceSync.Fiscal.Rules;

static class Figure
{
    /// <summary>A number as the XML shows it, so that people can find it there.</summary>
    public static string Of(decimal value) => value.ToString("0.00########", CultureInfo.InvariantCulture);
}
