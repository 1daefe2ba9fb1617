using System.Net;
using System.Text;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>POST /v1/fiscal/validate: any e-invoice, in any way of sending it.</summary>
[Collection(RestPortal.Name)]
public sealed class FiscalV1Tests(PortalUnderTest portal)
{
    static readonly string Good = Encoding.UTF8.GetString(UblWriter.ToBytes(SampleInvoices.Ron));

    [Fact]
    public async Task A_good_one_is_valid_and_a_broken_one_is_an_answer_too()
    {
        using var api = await Caller("v1-check");
        var (status, valid, _) = await api.PostText("/v1/fiscal/validate", Good, "application/xml");
        Assert.Equal((HttpStatusCode.OK, "invoice", SampleInvoices.Ron.Number, "valid"), (status, valid.Text("kind"), valid.Text("number"), valid.Text("result")));

        var (found, broken, _) = await api.PostText("/api/fiscal/validate", Good.Replace("<cbc:DocumentCurrencyCode>RON", "<cbc:DocumentCurrencyCode>MRU", StringComparison.Ordinal), "text/xml");
        Assert.Equal((HttpStatusCode.OK, "broken"), (found, broken.Text("result")));
        var finding = broken.GetProperty("findings").EnumerateArray().First(f => f.Text("rule") == "BR-CL-04");
        Assert.Equal(("fatal", "BT-5", "/Invoice/cbc:DocumentCurrencyCode"), (finding.Text("severity"), finding.Text("term"), finding.Text("location")));
    }

    [Fact]
    public async Task A_form_holds_one_file()
    {
        using var api = await Caller("v1-check-form");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Good)), "file", "a.xml" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/fiscal/validate") { Content = form };
        using var answer = await api.Send(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("{}", "application/json")]
    [InlineData("", "application/xml")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Invoice>&b;</Invoice>", "application/xml")]
    public async Task What_is_no_e_invoice_is_refused(string text, string type)
    {
        using var api = await Caller("v1-check-none");
        var (status, body, _) = await api.PostText("/v1/fiscal/validate", text, type);
        Assert.Equal((HttpStatusCode.BadRequest, "xml.not_readable"), (status, body.Text("code")));
    }

    async Task<ApiCaller> Caller(string company) => await ApiCaller.Of(portal, await Company.Create(portal, $"{company}-{Interlocked.Increment(ref made)}", hooked: false));

    static int made;
}
