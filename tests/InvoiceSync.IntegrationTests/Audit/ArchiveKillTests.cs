using System.Diagnostics;
using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Isolation;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>A process of its own archives and dies by kill -9 in the middle; the next one goes on where the database says, and nothing is lost or there twice.</summary>
public sealed class ArchiveKillTests(TestCluster cluster)
{
    const int Killed = 137; // 128 and the number of SIGKILL
    const int HalfAFile = 1;
    const int WholeFileNoRow = 3;
    const int InTheSecondMonth = 5;
    const int BothRowsAndDrafts = 5;
    const int Never = 1000;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_a_file_behind_it_and_before_drafts_are_cleared_the_next_run_ends_what_was_begun()
    {
        await using var old = await OldLog.Open(cluster);
        var keys = Directory.CreateTempSubdirectory("kill-keys-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(keys.FullName, "1.pem"), Scenes.SignerPem, Ct);
            foreach (var (step, files, rows) in new[] { (HalfAFile, 1, 0), (WholeFileNoRow, 2, 0), (InTheSecondMonth, 4, 1), (BothRowsAndDrafts, 5, 2) })
            {
                Assert.Equal(Killed, await Archive(old, keys.FullName, step));
                // What the dead left behind lies there, but only what a row names is an archive.
                Assert.Equal((files, rows), (Files(old).Count, (await old.Months()).Count));
                await IsWhole(old);
            }

            Assert.Equal(0, await Archive(old, keys.FullName, Never));
            await old.ArchiveAll();
            var months = await old.Months();
            Assert.Equal([old.First, old.Second], months.Select(m => m.Month));
            Assert.All(months, m => Assert.NotNull(m.DroppedAt));
            // Drafts of the months are gone, each month is one file, and no entry is in two of them.
            Assert.Equal(months.Select(m => m.File).Order(), Files(old).Order());
            Assert.Equal(months[0].Last + 1, months[1].First);
            Assert.Equal((0, 0), (await old.RowsOf(old.First), await old.RowsOf(old.Second)));
            await IsWhole(old);
            Assert.Equal(2, (await old.Scene.Ask(old.Machine(), new VerifyLog(Whole: true))).Archives);
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }

    static List<string> Files(OldLog old) => Directory.Exists(old.Scene.ArchiveOf(ChainScene.Tenant))
        ? [.. Directory.GetFiles(old.Scene.ArchiveOf(ChainScene.Tenant)).Select(f => Path.GetFileName(f))]
        : [];

    // From the first entry to the newest the database numbered, walked by the verifier that shares nothing with us.
    static async Task IsWhole(OldLog old)
    {
        await using var owner = await TenantTables.Open(old.Scene.Database.Owner, ChainScene.Tenant);
        // That evidence was taken is an entry itself; with files in front it is already among those read.
        var all = await TenantTables.Count(owner, "audit.log", "true") + Gone(await old.Months());
        var evidence = await old.Evidence();
        Assert.Empty(evidence.Problems);
        Assert.Equal(0, evidence.Since);
        Assert.InRange(evidence.Entries, all, all + 1);
    }

    static long Gone(IReadOnlyList<ListArchives.Row> months) => months.Where(m => m.DroppedAt is not null).Select(m => m.Last).DefaultIfEmpty(0).Max();

    static async Task<int> Archive(OldLog old, string keys, int until)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "InvoiceSync.SabotagedPortal.dll"));
        foreach (var argument in PortalSettings.Of(old.Scene.Database, new("http://127.0.0.1:9"))) start.ArgumentList.Add(argument);
        start.ArgumentList.Add($"--Audit:KeyFolder={keys}");
        start.ArgumentList.Add($"--Audit:ArchiveFolder={Path.GetDirectoryName(old.Scene.ArchiveOf(ChainScene.Tenant))}");
        start.ArgumentList.Add($"archive-until:{until}:{ChainScene.Tenant.Value}");
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        Assert.True(process.ExitCode is 0 or Killed, string.Join('\n', await said));
        return process.ExitCode;
    }
}
