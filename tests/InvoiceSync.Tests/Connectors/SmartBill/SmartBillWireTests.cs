using InvoiceSync.Connectors.SmartBill;
using InvoiceSync.Tests.Connectors.Anaf;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;

namespace InvoiceSync.Tests.Connectors.SmartBill;

/// <summary>What never left is known not to have been done, with a body or without; an answer that was lost is in doubt.</summary>
public sealed class SmartBillWireTests
{
    [Theory]
    [InlineData("PUT", HttpRequestError.NameResolutionError)]
    [InlineData("PUT", HttpRequestError.ConnectionError)]
    [InlineData("DELETE", HttpRequestError.ConnectionError)]
    [InlineData("DELETE", HttpRequestError.SecureConnectionError)]
    public async Task Where_no_connection_stood_nothing_was_sent(string method, HttpRequestError error) =>
        Assert.IsType<SmartBillReply.NotSent>(await Send(method, new HttpRequestException(error, "away")));

    [Theory]
    [InlineData("PUT", HttpRequestError.ResponseEnded)]
    [InlineData("DELETE", HttpRequestError.InvalidResponse)]
    [InlineData("DELETE", HttpRequestError.Unknown)]
    public async Task A_lost_answer_stays_lost(string method, HttpRequestError error) =>
        Assert.IsType<SmartBillReply.Lost>(await Send(method, new HttpRequestException(error, "reset")));

    [Fact]
    public async Task An_answer_that_did_not_come_in_time_is_lost() => Assert.IsType<SmartBillReply.Lost>(await Send("PUT", new TaskCanceledException()));

    static async Task<SmartBillReply> Send(string method, Exception failed)
    {
        using var network = new FakeAnaf(_ => throw failed);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("https://smartbill.example/SBORO/api/invoice"));
        return await new SmartBillWire(network, new TestClock(), NullLogger<SmartBillWire>.Instance)
            .Send(SmartBillWire.Makes, request, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }
}
