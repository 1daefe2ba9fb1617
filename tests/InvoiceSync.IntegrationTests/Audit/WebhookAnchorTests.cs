using System.Net;
using System.Net.Sockets;
using System.Text;
using InvoiceSync.Audit;
using InvoiceSync.Cli.Audit;
using InvoiceSync.Web.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>A checkpoint posted to an address of the operator's: kept when it is taken, tried again when it is not, and never sent on to somewhere else.</summary>
public sealed class WebhookAnchorTests
{
    static readonly SignedCheckpoint Checkpoint = new(ChainScene.Tenant, 7, "InvoiceSync audit checkpoint v1\nsize 7\n", [1, 2, 3]);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_posted_is_a_line_the_verifier_reads_as_an_anchor()
    {
        var taken = "";
        await using var receiver = await Receiver(async context =>
        {
            using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
            taken = await body.ReadToEndAsync(Ct);
        });
        await Anchor(receiver.Urls.First()).Keep(Checkpoint, Ct);
        var anchor = Assert.Single(AnchorLines.Read(taken));
        Assert.Equal((Checkpoint.Tenant.Value, 7L, Checkpoint.Body), (anchor.Tenant, anchor.Size, anchor.Body));
        Assert.Equal(Checkpoint.Signature, anchor.Signature);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task Another_answer_than_yes_is_none_and_a_redirect_is_not_followed(int status)
    {
        var asked = 0;
        await using var receiver = await Receiver(context =>
        {
            asked++;
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        await Assert.ThrowsAsync<HttpRequestException>(() => Anchor(receiver.Urls.First()).Keep(Checkpoint, Ct));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Nobody_there_is_told_as_such()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await Assert.ThrowsAsync<HttpRequestException>(() => Anchor($"http://127.0.0.1:{port}").Keep(Checkpoint, Ct));
    }

    // As the portal registers it.
    static IAnchor Anchor(string address)
    {
        var folder = Directory.CreateTempSubdirectory("anchor-");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Audit:AnchorUrl"] = address }).Build();
        return new ServiceCollection().AddLogging().AddAuditAnchors(configuration, new() { DataFolder = folder.FullName }).BuildServiceProvider()
            .GetServices<IAnchor>().Single(a => a.Place == "webhook");
    }

    static async Task<WebApplication> Receiver(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var receiver = builder.Build();
        receiver.Run(new RequestDelegate(answer));
        await receiver.StartAsync(Ct);
        return receiver;
    }
}
