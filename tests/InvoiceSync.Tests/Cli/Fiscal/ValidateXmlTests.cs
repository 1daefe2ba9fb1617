using System.Text.Json;
using InvoiceSync.Cli.Shell;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Cli.Fiscal;

public sealed class ValidateXmlTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("validate-");
    readonly Terminal terminal = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Valid_ones_end_well()
    {
        Assert.Equal(ExitCode.Fine, await terminal.Run("validate", Kept("a.xml"), Kept("b.xml")));
        Assert.Equal(2, terminal.Out.ToString().Split("ok    ").Length - 1);
    }

    [Fact]
    public async Task A_broken_one_is_told_by_rule_line_and_cure()
    {
        var path = Kept("a.xml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("<cbc:DocumentCurrencyCode>RON", "<cbc:DocumentCurrencyCode>MRU", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.NeedsPerson, await terminal.Run("validate", path, "--json"));
        var found = JsonDocument.Parse(terminal.Out.ToString()).RootElement[0];
        Assert.Equal("broken", found.GetProperty("result").GetString());
        Assert.Contains(found.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "BR-CL-04" && f.GetProperty("term").GetString() == "BT-5");
    }

    [Fact]
    public async Task What_cannot_be_read_is_another_end()
    {
        var path = Path.Combine(folder.FullName, "no.xml");
        await File.WriteAllTextAsync(path, "PK", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Usage, await terminal.Run("validate", Kept("a.xml"), path, "--language", "ro"));
        Assert.Contains("XML", terminal.Out.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("line 0", terminal.Out.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await terminal.Run("validate", Path.Combine(folder.FullName, "absent.xml")));
        Assert.Equal(ExitCode.Usage, await terminal.Run("validate"));
    }

    string Kept(string name)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, UblWriter.ToBytes(SampleInvoices.Ron));
        return path;
    }
}
