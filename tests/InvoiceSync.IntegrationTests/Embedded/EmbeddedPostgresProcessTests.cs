using System.Diagnostics;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.PostgreSql.Embedded;

namespace InvoiceSync.IntegrationTests.Embedded;

/// <summary>The cluster between real processes: this test program starts itself a second time and kills that one.</summary>
public sealed class EmbeddedPostgresProcessTests : IDisposable
{
    const string FolderOfTheOther = "INVOICESYNC_TEST_FOLDER";
    readonly PrivateFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_portal_leaves_a_server_that_the_next_start_adopts_and_stops()
    {
        using var other = await StartOther();
        other.Kill();
        await other.WaitForExitAsync(Ct);
        var orphan = await ServerProcess();

        await using (var next = await EmbeddedPostgres.Start(folder.Options, Ct))
        {
            Assert.Equal(orphan, next.ProcessId);
            Assert.Equal(7, await Database.Ask(next.AppConnectionString, "select 7", Ct));
        }

        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task A_portal_that_leaves_does_not_stop_the_server_of_another()
    {
        using var other = await StartOther();
        int shared;
        await using (var mine = await EmbeddedPostgres.Start(folder.Options, Ct)) shared = mine.ProcessId;

        Assert.Equal(shared, await ServerProcess());
        Assert.False(await EmbeddedPostgres.Remove(folder.Options, Ct));
        other.Kill();
        await other.WaitForExitAsync(Ct);
        Assert.True(await EmbeddedPostgres.Remove(folder.Options, Ct));
        Assert.False(Directory.Exists(folder.Path));
    }

    /// <summary>Not a test: what the second process does until it is killed.</summary>
    [Fact(Explicit = true)]
    public async Task Hold_the_cluster()
    {
        var shared = Environment.GetEnvironmentVariable(FolderOfTheOther);
        Assert.SkipWhen(shared is null, "Started by the tests of this class only.");
        await using var postgres = await EmbeddedPostgres.Start(new(shared), Ct);
        await File.WriteAllTextAsync(Path.Combine(shared, "held"), "", Ct);
        await Task.Delay(TimeSpan.FromMinutes(5), Ct);
    }

    public void Dispose() => folder.Dispose();

    string PidFile => Path.Combine(folder.Data, "postmaster.pid");

    async Task<int> ServerProcess() => int.Parse((await File.ReadAllLinesAsync(PidFile, Ct))[0], provider: null);

    async Task<Process> StartOther()
    {
        var program = Path.ChangeExtension(typeof(EmbeddedPostgresProcessTests).Assembly.Location, null);
        var method = $"{typeof(EmbeddedPostgresProcessTests).FullName}.{nameof(Hold_the_cluster)}";
        var start = new ProcessStartInfo(program, ["-explicit", "only", "-method", method, "-reporter", "silent"]);
        start.Environment[FolderOfTheOther] = folder.Path;
        var other = Process.Start(start)!;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (!File.Exists(Path.Combine(folder.Path, "held")))
        {
            Assert.False(other.HasExited, "The second process ended before it held the cluster.");
            await Task.Delay(50, patience.Token);
        }

        return other;
    }
}
