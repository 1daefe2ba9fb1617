using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Archiving is cut off at each of its steps, as a kill would: nothing is lost, nothing half counts, the next run goes on.</summary>
public sealed class ArchiveCrashTests(TestCluster cluster)
{
    [Fact]
    public async Task Cut_off_at_any_step_the_next_run_ends_what_was_begun()
    {
        FailingArchive? failing = null;
        await using var old = await OldLog.Open(cluster, archive: folder => failing = new FailingArchive(folder));
        var cut = 0;
        while (true)
        {
            failing!.Left = ++cut;
            if (await Record.ExceptionAsync(() => old.Archive()) is null) break;
            var evidence = await old.Evidence();
            Assert.Empty(evidence.Problems);
            Assert.Equal(0, evidence.Since);
            failing.Left = 0;
            await Forget(old);
        }

        Assert.True(cut > 5, $"Only {cut} steps were there to be cut off at.");
        failing.Left = 0;
        await old.ArchiveAll();
        Assert.Equal((await old.Months()).Select(m => m.File).Order(), Directory.GetFiles(old.Scene.ArchiveOf(ChainScene.Tenant)).Select(f => Path.GetFileName(f)).Order());
        Assert.Empty((await old.Evidence()).Problems);
        Assert.Equal(2, (await old.Scene.Ask(old.Machine(), new VerifyLog(Whole: true))).Archives);
    }

    // The same again from the beginning, with whatever files the cut left lying about.
    static Task Forget(OldLog old) => old.AsOwner("delete from audit.archives");
}
