using System.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>The attribute every amount of one document carries, encoded once.</summary>
readonly struct UblCurrency(Currency currency)
{
    static readonly byte[] RonAttribute = Encode(Currency.Ron);
    static readonly byte[] EurAttribute = Encode(Currency.Eur);

    public static readonly UblCurrency Ron = new(Currency.Ron);

    readonly byte[] attribute = currency == Currency.Ron ? RonAttribute : currency == Currency.Eur ? EurAttribute : Encode(currency);

    /// <summary>Open is the tag's name with its bracket, like "&lt;cbc:TaxAmount".</summary>
    public void Amount(ref Utf8Xml xml, ReadOnlySpan<byte> open, decimal value, ReadOnlySpan<byte> close)
    {
        xml.Markup(open);
        xml.Markup(attribute);
        xml.Amount(value);
        xml.Markup(close);
    }

    static byte[] Encode(Currency currency) => Encoding.UTF8.GetBytes($" currencyID=\"{currency.Code}\">");
}
