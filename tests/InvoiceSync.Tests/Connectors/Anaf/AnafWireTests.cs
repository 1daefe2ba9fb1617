using System.Net.Sockets;
using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Connectors.Anaf;

/// <summary>Over real sockets: "never left" is claimed only when it is true, and an upload is never repeated in secret.</summary>
public sealed class AnafWireTests
{
    static async Task<SubmitAnswer> Upload(Uri address, TimeSpan? patience = null)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ICallBudget, FakeBudget>()
            .AddAnaf(options => options.Upload = patience ?? TimeSpan.FromSeconds(30))
            .BuildServiceProvider();
        var anaf = services.GetRequiredKeyedService<IFiscalProvider>(AnafConnector.Name);
        return await anaf.Submit(FakeAnaf.Account with { BaseAddress = address }, FakeAnaf.Invoice, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Nobody_listening_means_nothing_left()
    {
        Uri address;
        using (var gone = new BadServer()) address = gone.Address;
        Assert.IsType<SubmitAnswer.NotSent>(await Upload(address));
    }

    [Fact]
    public async Task A_host_without_an_address_means_nothing_left() =>
        Assert.IsType<SubmitAnswer.NotSent>(await Upload(new Uri("https://anaf.invalid")));

    [Fact]
    public async Task A_server_that_cannot_speak_TLS_never_sees_the_document()
    {
        using var server = new BadServer((_, caller) => BadServer.Say(caller, "I speak no TLS\r\n\r\n"));
        var address = new UriBuilder(server.Address) { Scheme = "https" }.Uri;
        Assert.IsType<SubmitAnswer.NotSent>(await Upload(address));
    }

    [Fact]
    public async Task A_server_that_reads_and_never_answers_leaves_us_in_doubt()
    {
        using var server = new BadServer(async (me, caller) =>
        {
            await me.Hear(caller);
            await Task.Delay(Timeout.Infinite, me.Over);
        });
        Assert.IsType<SubmitAnswer.InDoubt>(await Upload(server.Address, patience: TimeSpan.FromSeconds(2)));
        Assert.Contains("<Invoice/>", server.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_resets_after_reading_leaves_us_in_doubt_and_is_not_asked_twice()
    {
        using var server = new BadServer(async (me, caller) =>
        {
            await me.Hear(caller);
            caller.LingerState = new LingerOption(true, 0); // closing now sends RST
        });
        Assert.IsType<SubmitAnswer.InDoubt>(await Upload(server.Address));
        Assert.Equal(1, server.Callers);
    }

    [Fact]
    public async Task A_server_that_closes_after_reading_leaves_us_in_doubt_and_is_not_asked_twice()
    {
        using var server = new BadServer((me, caller) => me.Hear(caller));
        Assert.IsType<SubmitAnswer.InDoubt>(await Upload(server.Address));
        Assert.Equal(1, server.Callers);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<header ExecutionStatus=\"0\" index_incarc")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("220 mail.example ESMTP\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task A_server_that_dies_while_answering_leaves_us_in_doubt(string answer)
    {
        using var server = new BadServer(async (me, caller) =>
        {
            await me.Hear(caller);
            await BadServer.Say(caller, answer);
        });
        Assert.IsType<SubmitAnswer.InDoubt>(await Upload(server.Address));
    }

    [Fact]
    public async Task A_server_that_never_accepts_may_have_taken_the_bytes_so_we_stay_in_doubt()
    {
        // The kernel completes the handshake and takes the bytes before anybody accepts: from here it looks like sending.
        using var server = new BadServer();
        Assert.IsType<SubmitAnswer.InDoubt>(await Upload(server.Address, patience: TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Two_uploads_ride_on_two_connections_even_when_the_server_would_keep_one()
    {
        const string answer = """<header ExecutionStatus="0" index_incarcare="7"/>""";
        using var server = new BadServer(async (me, caller) =>
        {
            await me.Hear(caller);
            await BadServer.Say(caller, $"HTTP/1.1 200 OK\r\nContent-Length: {answer.Length}\r\n\r\n{answer}");
            await caller.ReceiveAsync(new byte[1], me.Over); // until the caller hangs up
            me.Forget();
        });
        await using var services = new ServiceCollection().AddLogging().AddSingleton<ICallBudget, FakeBudget>().AddAnaf().BuildServiceProvider();
        var anaf = services.GetRequiredKeyedService<IFiscalProvider>(AnafConnector.Name);
        var account = FakeAnaf.Account with { BaseAddress = server.Address };
        for (var i = 1; i <= 2; i++)
        {
            Assert.IsType<SubmitAnswer.Received>(await anaf.Submit(account, FakeAnaf.Invoice, TestContext.Current.CancellationToken));
            Assert.Equal(i, server.Callers);
        }
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_thrown()
    {
        using var server = new BadServer((me, _) => Task.Delay(Timeout.Infinite, me.Over));
        await using var services = new ServiceCollection().AddLogging().AddSingleton<ICallBudget, FakeBudget>().AddAnaf().BuildServiceProvider();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var account = FakeAnaf.Account with { BaseAddress = server.Address };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            services.GetRequiredKeyedService<IFiscalProvider>(AnafConnector.Name).Submit(account, FakeAnaf.Invoice, cancelled.Token));
    }
}
