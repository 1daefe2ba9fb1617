using System.Net;
using InvoiceSync.Connectors;
using InvoiceSync.Tests.Connectors.Anaf;

namespace InvoiceSync.Tests.Connectors;

public sealed class GuardedLineTests
{
    [Fact]
    public async Task A_short_answer_is_read()
    {
        var reply = await Ask(async caller => await BadServer.Say(caller, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"));
        Assert.Equal("200 application/json, 2 bytes", Assert.IsType<GuardedReply.Answered>(reply).ToString());
    }

    [Theory]
    [InlineData("smtp.example.com", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", false)]
    [InlineData("[::1]", false)]
    [InlineData("2130706433", false)]
    [InlineData("0x7f.1", false)]
    [InlineData("10.0.0.5", false)]
    [InlineData("mail.internal", false)]
    public void A_plain_connection_is_made_to_public_names_only(string host, bool may)
    {
        using var line = new GuardedLine(loopback: false);
        Assert.Equal(may, line.MayConnect(host, 587, port => port == 587));
        Assert.False(line.MayConnect(host, 22, port => port == 587));
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        var reply = await Ask(async caller => await BadServer.Say(caller, "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"));
        Assert.Equal(HttpStatusCode.Found, Assert.IsType<GuardedReply.Answered>(reply).Status);
    }

    [Fact]
    public async Task A_body_that_is_announced_as_too_long_is_not_read() =>
        Assert.Equal("too_long", Reason(await Ask(async caller => await BadServer.Say(caller, "HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n"))));

    [Fact]
    public async Task A_body_without_end_is_given_up() =>
        Assert.Equal("too_long", Reason(await Ask(async caller =>
        {
            await BadServer.Say(caller, "HTTP/1.1 200 OK\r\n\r\n");
            var block = new byte[64 * 1024];
            while (true)
                if (await Send(caller, block) == 0) return;
        })));

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up() =>
        Assert.Equal("too_slow", Reason(await Ask(caller => Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), TimeSpan.FromMilliseconds(300))));

    [Fact]
    public async Task A_body_that_drips_is_given_up() =>
        Assert.Equal("too_slow", Reason(await Ask(async caller =>
        {
            await BadServer.Say(caller, "HTTP/1.1 200 OK\r\n\r\n");
            while (await Send(caller, [32]) > 0) await Task.Delay(20, TestContext.Current.CancellationToken);
        }, TimeSpan.FromMilliseconds(500))));

    [Fact]
    public async Task Nobody_listening_is_unreachable()
    {
        Uri address;
        using (var closed = new BadServer()) address = closed.Address;
        using var line = new GuardedLine(loopback: true);
        Assert.Equal("unreachable", Reason(await Get(line, address)));
    }

    [Theory]
    [InlineData("https://127.0.0.1:8443/")]
    [InlineData("https://localhost/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("http://idp.example.com/")]
    public async Task Inner_addresses_are_not_called(string address)
    {
        using var line = new GuardedLine(loopback: false);
        Assert.Equal("address_refused", Reason(await Get(line, new(address))));
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_when_it_is_connected_to()
    {
        using var server = new BadServer((_, caller) => BadServer.Say(caller, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        using var http = new HttpClient(GuardedConnect.Handler(loopback: false));
        var failed = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://localhost:{server.Address.Port}/"), TestContext.Current.CancellationToken));

        Assert.IsType<AddressRefusedException>(failed.InnerException);
        Assert.Equal(0, server.Callers);
    }

    static string Reason(GuardedReply reply) => Assert.IsType<GuardedReply.Failed>(reply).Reason;

    static async Task<GuardedReply> Ask(Func<System.Net.Sockets.Socket, Task> answer, TimeSpan? patience = null)
    {
        using var server = new BadServer(async (_, caller) =>
        {
            await caller.ReceiveAsync(new byte[4096]);
            await answer(caller);
        });
        using var line = new GuardedLine(GuardedConnect.Handler(loopback: true), loopback: true, patience ?? TimeSpan.FromSeconds(5));
        return await Get(line, server.Address);
    }

    static async Task<GuardedReply> Get(GuardedLine line, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await line.Send(request, TestContext.Current.CancellationToken);
    }

    static async Task<int> Send(System.Net.Sockets.Socket caller, byte[] bytes)
    {
        try
        {
            return await caller.SendAsync(bytes);
        }
        catch (System.Net.Sockets.SocketException)
        {
            return 0;
        }
    }
}
