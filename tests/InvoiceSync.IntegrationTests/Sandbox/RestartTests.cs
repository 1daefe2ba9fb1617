using System.Diagnostics;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class RestartTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("practice-").FullName;

    [Fact]
    public async Task A_world_goes_on_where_it_stopped()
    {
        string customer, index, code;
        await using (var before = await Practice.Start(Options()))
        {
            customer = await before.Stripe().Customer();
            using var kept = await before.Stripe().Send(HttpMethod.Post, "/v1/products", "k1", ("name", "P"));
            code = (string)(await Practice.Read(kept))["id"]!;
            index = await (await before.Anaf()).Upload(SampleInvoice.Of(), SampleInvoice.Seller);
            await before.Control("clock", new JsonObject { ["advance"] = "P3D" });
        }
        await using var after = await Practice.Start(Options());
        Assert.Equal("Ana Ionescu", (string?)(await after.Stripe().Get($"/v1/customers/{customer}"))["name"]);
        using var replayed = await after.Stripe().Send(HttpMethod.Post, "/v1/products", "k1", ("name", "Q"));
        Assert.NotEqual(code, (string?)(await Practice.Read(replayed))["id"]);
        Assert.Equal("ok", (string?)(await (await after.Anaf()).State(index)).Attribute("stare"));
        Assert.StartsWith("P3D", (string)(await after.Look("clock"))["offset"]!, StringComparison.Ordinal);
        Assert.NotEqual(customer, await after.Stripe().Customer());
    }

    [Fact]
    public async Task Killed_in_the_middle_of_the_work_it_lost_nothing_it_had_answered_for()
    {
        var answered = new List<string>();
        using (var child = await Child.Start(folder))
        {
            using var http = new HttpClient { BaseAddress = child.Address };
            var stripe = new StripeHand(http, "sk_test_practice_demo");
            var selling = Task.Run(async () =>
            {
                while (true) answered.Add(await stripe.Customer());
            }, TestContext.Current.CancellationToken);
            await Practice.Until(() => Task.FromResult(answered.Count > 50), "fifty customers");
            child.Kill();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => selling);
        }
        await using var after = await Practice.Start(Options());
        foreach (var customer in answered) Assert.Equal(customer, (string?)(await after.Stripe().Get($"/v1/customers/{customer}"))["id"]);
    }

    [Fact]
    public async Task A_torn_last_line_is_cut_off_and_the_rest_stands()
    {
        string customer;
        await using (var before = await Practice.Start(Options())) customer = await before.Stripe().Customer();
        await File.AppendAllTextAsync(Path.Combine(folder, "practice-world.journal"), "[[\"stripe/demo/customer\",\"cus_torn\",{\"id\":", TestContext.Current.CancellationToken);
        await using (var after = await Practice.Start(Options())) Assert.Equal(customer, (string?)(await after.Stripe().Get("/v1/customers"))["data"]![0]!["id"]);
        await using var again = await Practice.Start(Options());
        Assert.Single((await again.Stripe().Get("/v1/customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Deliveries_still_owed_are_carried_after_a_restart()
    {
        await using var catcher = await HookCatcher.Start();
        catcher.Answer = _ => 503;
        await using (var before = await Practice.Start(Options()))
        {
            await before.Stripe().Post("/v1/webhook_endpoints", ("url", catcher.Address.ToString()), ("enabled_events[]", "customer.created"));
            await before.Stripe().Customer();
            await Practice.Until(() => catcher.Has(1), "a first, refused attempt");
        }
        catcher.Answer = _ => 200;
        await using var after = await Practice.Start(Options());
        await Practice.Until(async () => (string?)(await after.Look("log"))["deliveries"]![0]!["state"] == "delivered", "the delivery after the restart");
    }

    [Fact]
    public async Task The_process_refuses_an_address_that_is_not_loopback()
    {
        using var child = Child.Launch(folder, "http://0.0.0.0:0");
        var words = await child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, child.ExitCode);
        Assert.Contains("binds loopback only; '0.0.0.0' is refused", words, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    PracticeOptions Options() => new()
    {
        DataFolder = folder,
        StripeCallsPerSecond = 0,
        AnafProcessing = TimeSpan.Zero,
        AnafListLag = TimeSpan.Zero,
        WebhookPause = TimeSpan.FromMilliseconds(200),
    };

    sealed class Child : IDisposable
    {
        readonly Process process;

        Child(Process process, Uri address) => (this.process, Address) = (process, address);

        public Uri Address { get; }

        public static Process Launch(string folder, string urls)
        {
            var dll = typeof(PracticeWorld).Assembly.Location;
            return Process.Start(new ProcessStartInfo("dotnet", [dll, "--urls", urls, "--data", folder, "--stripe-calls-per-second", "0"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }

        public static async Task<Child> Start(string folder)
        {
            var process = Launch(folder, "http://127.0.0.1:0");
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.StartsWith("practice world listening on http://127.0.0.1:", line, StringComparison.Ordinal);
            return new Child(process, new Uri(line!.Split(' ')[^1]));
        }

        public void Kill()
        {
            process.Kill();
            process.WaitForExit();
        }

        public void Dispose()
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
    }
}
