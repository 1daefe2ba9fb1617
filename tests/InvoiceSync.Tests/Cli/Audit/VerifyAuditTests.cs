using System.Text.Json;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Tests.Cli.Audit;

/// <summary>invoicesync audit verify FILE, as an auditor types it, on a machine without portal.</summary>
public sealed class VerifyAuditTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_good_file_ends_with_zero_and_says_what_was_not_checked()
    {
        var (code, said) = await Run("audit", "verify", await Kept(MadeLog.Of(7, [5])));
        Assert.Equal(ExitCode.Fine, code);
        Assert.Contains("7 entries", said, StringComparison.Ordinal);
        Assert.Contains("NOT checked", said, StringComparison.Ordinal);
        Assert.Contains("no anchors", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_log_ends_with_one_when_the_anchors_are_at_hand()
    {
        var log = MadeLog.Of(7, [5, 7]);
        var anchors = string.Join('\n', log.Anchors().Select(a => JsonSerializer.Serialize(new { tenant = a.Tenant, size = a.Size, body = a.Body, signature = a.Signature })));
        log.Entries.RemoveRange(5, 2);
        log.Checkpoints.RemoveAt(1);
        var file = await Kept(log);
        await File.WriteAllTextAsync(Place("anchors"), anchors, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Place("key"), MadeLog.Pem, TestContext.Current.CancellationToken);
        var (code, said) = await Run("audit", "verify", file, "--key", Place("key"), "--anchors", Place("anchors"));
        Assert.Equal(ExitCode.NeedsPerson, code);
        Assert.Contains("cut off", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("audit", "verify", "nowhere.isaudit")]
    [InlineData("audit", "verify", "one", "two")]
    public async Task What_is_written_wrongly_is_told(params string[] words) => Assert.Equal(ExitCode.Usage, (await Run(words)).Code);

    string Place(string name) => Path.Combine(folder.FullName, name);

    async Task<string> Kept(MadeLog log)
    {
        await File.WriteAllBytesAsync(Place("log.isaudit"), await log.File(), TestContext.Current.CancellationToken);
        return Place("log.isaudit");
    }

    static async Task<(int Code, string Said)> Run(params string[] words)
    {
        using var to = new StringWriter();
        var code = await CommandLine.Run(words, new(to, to, false, _ => null, TimeProvider.System), TestContext.Current.CancellationToken);
        return (code, to.ToString());
    }
}
