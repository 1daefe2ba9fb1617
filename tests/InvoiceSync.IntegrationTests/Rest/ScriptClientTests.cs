using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sandbox;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>The JavaScript client as a portal hands it out, run by Node against that portal, and the example of its guide.</summary>
[Collection(RestPortal.Name)]
public sealed class ScriptClientTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_writes_reads_pages_repeats_waits_and_tells_refusals()
    {
        var (code, said) = await Run("v1-script", client => [SharedData.Repository("tests", "InvoiceSync.IntegrationTests", "Rest", "client.test.mjs"), client], null);
        Assert.True(code == 0 && said.EndsWith("ok\n", StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task The_example_of_the_guide_works_as_it_stands_and_a_wrong_one_would_not()
    {
        var example = await ClientGuide.Code("javascript");
        Assert.NotEmpty(example);
        foreach (var (text, works) in new[] { (example, true), (example.Replace("client.invoices.issue", "client.invoices.publish", StringComparison.Ordinal), false) })
        {
            var (code, said) = await Run($"v1-script-guide-{works}".ToLowerInvariant(), _ => ["--input-type=module", "-"], client => $$"""
                import { InvoiceSync } from "file://{{client}}";
                const [portal, key] = process.argv.slice(2);
                {{text}}
                """);
            Assert.True(code == 0 == works, said);
        }
    }

    async Task<(int Code, string Said)> Run(string name, Func<string, string[]> script, Func<string, string>? input)
    {
        using var folder = new TemporaryFolder();
        var client = Path.Combine(folder.Path, "invoicesync.mjs");
        foreach (var part in (string[])["invoicesync.mjs", "wire.mjs"])
        {
            using var handed = await portal.Client().GetAsync($"/clients/{part}", Ct);
            Assert.Equal("text/javascript", handed.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, part), await handed.Content.ReadAsByteArrayAsync(Ct), Ct);
        }

        using var api = await ApiCaller.Of(portal, await Company.Create(portal, name, hooked: false));
        var start = new ProcessStartInfo("node", [.. script(client), portal.Address.ToString(), api.Key!]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false) };
        try
        {
            using var node = Process.Start(start)!;
            var (said, complained) = (node.StandardOutput.ReadToEndAsync(Ct), node.StandardError.ReadToEndAsync(Ct));
            if (input is not null) await node.StandardInput.WriteAsync(input(client));
            node.StandardInput.Close();
            await node.WaitForExitAsync(Ct);
            return (node.ExitCode, await complained + await said);
        }
        catch (Win32Exception)
        {
            Assert.Skip("NOT RUN: node is not installed, so the JavaScript client was not tried.");
            throw;
        }
    }
}
