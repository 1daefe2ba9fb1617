using System.Net;
using System.Text;
using InvoiceSync.Connectors.SmartBill;

namespace InvoiceSync.Tests.Connectors.SmartBill;

/// <summary>Status first, then errorText; what cannot be read is unclear, never a refusal.</summary>
public sealed class SmartBillReadingTests
{
    const string Good = """{"errorText":"","message":"","number":"0177","series":"fac","url":""}""";
    const string Bad = """{"errorText":"Seria nu exista","message":"","number":"","series":""}""";

    [Theory]
    [InlineData(200, Good, "Said 0177")]
    [InlineData(200, Bad, "Refused Seria nu exista")]
    [InlineData(400, Bad, "Refused Seria nu exista")]
    [InlineData(400, "nonsense", "Unclear")]
    [InlineData(401, Bad, "Denied Seria nu exista")]
    [InlineData(401, "", "Denied")]
    [InlineData(403, """{"errorText":"Ai depasit limita, acces blocat"}""", "Limited 600")]
    [InlineData(403, Bad, "Denied Seria nu exista")]
    [InlineData(429, "", "Limited 1")]
    [InlineData(500, Good, "Unclear")]
    [InlineData(302, "", "Unclear")]
    [InlineData(200, "", "Unclear")]
    [InlineData(200, "null", "Unclear")]
    [InlineData(200, "<html>Request Rejected</html>", "Unclear")]
    public void An_answer_means(int status, string body, string meaning) =>
        Assert.StartsWith(meaning, Text(SmartBillReading.Of(Answered(status, body), SmartBillJson.Default.SmartBillMade, said => said.ErrorText)), StringComparison.Ordinal);

    [Fact]
    public void A_line_that_broke_is_unclear_unless_nothing_left()
    {
        Assert.StartsWith("NotSent", Text(SmartBillReading.Of(new SmartBillReply.NotSent("refused"), SmartBillJson.Default.SmartBillMade, said => said.ErrorText)), StringComparison.Ordinal);
        Assert.StartsWith("Unclear", Text(SmartBillReading.Of(new SmartBillReply.Lost("reset"), SmartBillJson.Default.SmartBillMade, said => said.ErrorText)), StringComparison.Ordinal);
        Assert.StartsWith("Limited 2", Text(SmartBillReading.Of(new SmartBillReply.Held(TimeSpan.FromSeconds(2)), SmartBillJson.Default.SmartBillMade, said => said.ErrorText)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7", typeof(SmartBillAnswer<byte[]>.Said))]
    [InlineData(Bad, typeof(SmartBillAnswer<byte[]>.Refused))]
    [InlineData(Good, typeof(SmartBillAnswer<byte[]>.Unclear))]
    [InlineData("<html>", typeof(SmartBillAnswer<byte[]>.Unclear))]
    public void A_PDF_is_known_by_its_first_bytes_whatever_else_came_with_200(string body, Type meaning) =>
        Assert.IsType(meaning, SmartBillReading.Pdf(Answered(200, body)));

    [Fact]
    public void Neither_token_nor_body_is_in_what_is_logged() => Assert.Equal("200, 5 bytes", Answered(200, "hello").ToString());

    static SmartBillReply.Answered Answered(int status, string body) => new((HttpStatusCode)status, Encoding.UTF8.GetBytes(body));

    static string Text(SmartBillAnswer<SmartBillMade> answer) => answer switch
    {
        SmartBillAnswer<SmartBillMade>.Said(var said) => $"Said {said.Number}",
        SmartBillAnswer<SmartBillMade>.Refused(var text) => $"Refused {text}",
        SmartBillAnswer<SmartBillMade>.Denied(var why) => $"Denied {why}",
        SmartBillAnswer<SmartBillMade>.Limited(var after) => $"Limited {after?.TotalSeconds:0}",
        SmartBillAnswer<SmartBillMade>.NotSent(var why) => $"NotSent {why}",
        _ => "Unclear",
    };
}
