using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sandbox;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>The guide's examples, run as a reader would: in one shell, one after the other, with the real curl.</summary>
[Collection(RestPortal.Name)]
public sealed partial class GuideTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_example_of_the_guide_works_as_it_stands()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl") && File.Exists("/bin/bash"), "NOT RUN: this machine has no curl or no bash, so the guide's examples were not tried.");
        var examples = Examples().Matches(await File.ReadAllTextAsync(SharedData.Repository("docs", "guides", "api.md"), Ct)).Select(m => m.Groups[1].Value).ToList();
        Assert.True(examples.Count >= 5, $"Only {examples.Count} examples were found.");
        var (code, said) = await Run(string.Join('\n', examples));
        Assert.True(code == 0, said);
        Assert.Contains("\"current\":{\"id\":\"cus_", said, StringComparison.Ordinal);
        // The same shell notices an example that is refused.
        Assert.NotEqual(0, (await Run("curl -H \"Authorization: Bearer $KEY\" \"$PORTAL/v1/colours\"")).Code);
    }

    async Task<(int Code, string Said)> Run(string script)
    {
        var company = await Company.Create(portal, $"v1-guide-{script.Length}", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var start = new ProcessStartInfo("/bin/bash", ["-euo", "pipefail", "-s"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false) };
        (start.Environment["PORTAL"], start.Environment["KEY"], start.Environment["TENANT"]) = (portal.Address.ToString().TrimEnd('/'), api.Key, company.Id.ToString());
        using var bash = Process.Start(start)!;
        var (said, complained) = (bash.StandardOutput.ReadToEndAsync(Ct), bash.StandardError.ReadToEndAsync(Ct));
        await bash.StandardInput.WriteAsync("curl() { command curl -sS --fail-with-body --max-time 60 \"$@\"; }\n" + script + "\n");
        bash.StandardInput.Close();
        await bash.WaitForExitAsync(Ct);
        return (bash.ExitCode, await said + await complained);
    }

    [GeneratedRegex("^```bash\\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Examples();
}
