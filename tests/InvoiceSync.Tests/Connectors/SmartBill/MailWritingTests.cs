using System.Text;
using System.Text.Json;
using InvoiceSync.Connectors.SmartBill;
using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.SmartBill;

public sealed class MailWritingTests
{
    static readonly FiscalAccount Account = new(Some.Tenant, new("http://127.0.0.1"), true, "1234567897", "token");

    [Fact]
    public void A_letter_goes_there_in_Base64_of_UTF8_its_lines_as_HTML()
    {
        var mail = MailWriting.OfInvoice(Account, new("FCT", "0007"), new("client@firm.example", "Factură nouă", "Bună ziua,\r\n1 < 2 & gata\nLa revedere"));
        var body = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(mail, SmartBillJson.Default.SmartBillMail)).RootElement;
        Assert.Equal(["companyVatCode", "seriesName", "number", "type", "to", "subject", "bodyText"], body.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["1234567897", "FCT", "0007", "factura", "client@firm.example"], body.EnumerateObject().Take(5).Select(p => p.Value.GetString()));
        Assert.Equal("Factură nouă", Read(mail.Subject));
        Assert.StartsWith("Bun", Read(mail.BodyText), StringComparison.Ordinal);
        Assert.EndsWith("1 &lt; 2 &amp; gata<br>La revedere", Read(mail.BodyText), StringComparison.Ordinal);
    }

    static string Read(string coded) => Encoding.UTF8.GetString(Convert.FromBase64String(coded));
}
