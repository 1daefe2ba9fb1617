using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>A receiver of webhooks that keeps what arrives and answers what the test wants.</summary>
sealed class HookCatcher : IAsyncDisposable
{
    readonly WebApplication app;

    HookCatcher(WebApplication app) => this.app = app;

    public sealed record Caught(string Signature, byte[] Body)
    {
        public JsonObject Event => JsonNode.Parse(Body)!.AsObject();

        public string Id => (string)Event["id"]!;

        /// <summary>The receiver's own arithmetic, written apart from the sender's.</summary>
        public bool IsSignedWith(string secret)
        {
            var parts = Signature.Split(',').Select(part => part.Split('=', 2)).ToList();
            var stamp = long.Parse(parts.Single(part => part[0] == "t")[1], CultureInfo.InvariantCulture);
            using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
            var expected = Convert.ToHexString(hmac.ComputeHash([.. Encoding.UTF8.GetBytes($"{stamp}."), .. Body])).ToLowerInvariant();
            return parts.Any(part => part[0] == "v1" && part[1] == expected);
        }
    }

    public ConcurrentQueue<Caught> All { get; } = new();

    /// <summary>The status for each call, counted from one.</summary>
    public Func<int, int> Answer { get; set; } = _ => 200;

    public Uri Address { get; private set; } = null!;

    public static async Task<HookCatcher> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var catcher = new HookCatcher(app);
        app.Run(catcher.Catch);
        await app.StartAsync(TestContext.Current.CancellationToken);
        catcher.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return catcher;
    }

    async Task Catch(HttpContext http)
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        All.Enqueue(new Caught(http.Request.Headers["Stripe-Signature"].ToString(), body.ToArray()));
        http.Response.StatusCode = Answer(All.Count);
    }

    public Task<bool> Has(int count) => Task.FromResult(All.Count >= count);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
