using System.Net;
using System.Text;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>A letter as POST /document/send takes it: both texts in Base64, the letter's lines as HTML.</summary>
static class MailWriting
{
    public static SmartBillMail OfInvoice(FiscalAccount account, SmartBillNumber document, BooksLetter letter) =>
        new(account.Company, document.SeriesName, document.Number, "factura", letter.To, Coded(letter.Subject), Coded(Html(letter.Text)));

    static string Html(string text) => WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>");

    static string Coded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
