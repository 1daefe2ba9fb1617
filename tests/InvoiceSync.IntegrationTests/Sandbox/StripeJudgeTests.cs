using System.Diagnostics;
using System.Globalization;
using InvoiceSync.Sandbox;

namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>The official npm client drives the practice Stripe and must be content with every answer.</summary>
public sealed class StripeJudgeTests
{
    [Fact]
    public async Task The_official_client_is_content()
    {
        var folder = SharedData.Repository("tests", "peers", "stripe-judge");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            Assert.Skip("tests/peers/stripe-judge has no node_modules: run npm ci there, or eng/test");
        await using var practice = await Practice.Start(new PracticeOptions { StripeCallsPerSecond = 0 });
        var start = new ProcessStartInfo("node", ["judge.js", practice.Address.Port.ToString(CultureInfo.InvariantCulture), "judge"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRIPE_SUPPRESS_NOTICES"] = "true";
        using var judge = Process.Start(start)!;
        var (words, complaints) = (judge.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), judge.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await judge.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(judge.ExitCode == 0, await words + await complaints);
        Assert.EndsWith("the official client is content\n", await words, StringComparison.Ordinal);
    }
}
