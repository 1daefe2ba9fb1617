using System.Diagnostics;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.PostgreSql.Embedded;

namespace InvoiceSync.IntegrationTests.Embedded;

/// <summary>The private cluster under kill -9, strangers and company.</summary>
public sealed class EmbeddedPostgresCrashTests : IDisposable
{
    readonly PrivateFolder folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_server_recovers_what_was_committed_at_the_same_address()
    {
        await using var first = await EmbeddedPostgres.Start(folder.Options, Ct);
        await Database.Ask(first.OwnerConnectionString, "create table kept (n int); insert into kept values (7)", Ct);
        await Kill(first.ProcessId);

        await using var second = await EmbeddedPostgres.Start(folder.Options, Ct);
        Assert.NotEqual(first.ProcessId, second.ProcessId);
        Assert.Equal(7, await Database.Ask(first.OwnerConnectionString, "select n from kept", Ct));
    }

    [Fact]
    public async Task Two_starters_share_one_server_and_the_last_one_stops_it()
    {
        var both = await Task.WhenAll(EmbeddedPostgres.Start(folder.Options, Ct), EmbeddedPostgres.Start(folder.Options, Ct));
        Assert.Equal(both[0].ProcessId, both[1].ProcessId);

        await both[0].DisposeAsync();
        Assert.Equal(1, await Database.Ask(both[1].AppConnectionString, "select 1", Ct));

        await both[1].DisposeAsync();
        await Ended(both[1].ProcessId);
    }

    [Fact]
    public async Task A_server_orphaned_by_a_killed_portal_is_adopted()
    {
        await using var orphaned = await EmbeddedPostgres.Start(folder.Options, Ct);
        // What kill -9 of the portal leaves: the server at work, and a lease nobody holds.
        var deadLease = Path.Combine(folder.Path, "leases", "1-dead");
        await File.WriteAllTextAsync(deadLease, "", Ct);

        await using var next = await EmbeddedPostgres.Start(folder.Options, Ct);
        Assert.Equal(orphaned.ProcessId, next.ProcessId);
        await orphaned.DisposeAsync();
        await next.DisposeAsync();
        Assert.False(File.Exists(deadLease));
        await Ended(next.ProcessId);
    }

    [Fact]
    public async Task A_pid_file_whose_number_went_to_another_program_does_not_stop_the_start()
    {
        await using (await EmbeddedPostgres.Start(folder.Options, Ct)) { }
        // Our own pid is certainly alive and certainly not PostgreSQL.
        var stale = $"{Environment.ProcessId}\n{folder.Data}\n1700000000\n5432\n\n127.0.0.1\n0 0\nready   \n";
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "postmaster.pid"), stale, Ct);

        await using var postgres = await EmbeddedPostgres.Start(folder.Options, Ct);
        Assert.Equal(1, await Database.Ask(postgres.AppConnectionString, "select 1", Ct));
    }

    [Fact]
    public async Task A_first_start_that_was_cut_off_is_begun_anew()
    {
        await using (await EmbeddedPostgres.Start(folder.Options, Ct)) { }
        Directory.Move(folder.Data, folder.Data + ".new");
        File.Delete(Path.Combine(folder.Data + ".new", "PG_VERSION"));

        await using var postgres = await EmbeddedPostgres.Start(folder.Options, Ct);
        Assert.Equal(1, await Database.Ask(postgres.AppConnectionString, "select 1", Ct));
        Assert.False(Directory.Exists(folder.Data + ".new"));
    }

    [Fact]
    public async Task A_taken_port_is_no_obstacle()
    {
        int port;
        await using (var first = await EmbeddedPostgres.Start(folder.Options, Ct)) port = first.Port;
        using var stranger = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        stranger.Start();

        await using var second = await EmbeddedPostgres.Start(folder.Options, Ct);
        Assert.NotEqual(port, second.Port);
    }

    [Fact]
    public async Task Lost_passwords_are_said_and_not_papered_over()
    {
        await using (await EmbeddedPostgres.Start(folder.Options, Ct)) { }
        File.Delete(Path.Combine(folder.Path, "passwords.json"));

        var lost = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.Start(folder.Options, Ct));
        Assert.Contains("--reset", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_root_a_folder_nobody_else_may_enter_is_no_obstacle()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root hands the server to another account.");
        Directory.CreateDirectory(folder.Path);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var inside = folder.Options with { DataFolder = Path.Combine(folder.Path, "inside"), Temporary = true };
        await using (var postgres = await EmbeddedPostgres.Start(inside, Ct))
            Assert.Equal(1, await Database.Ask(postgres.AppConnectionString, "select 1", Ct));
        await using var again = await EmbeddedPostgres.Start(inside, Ct);
        Assert.Equal(1, await Database.Ask(again.AppConnectionString, "select 1", Ct));
    }

    public void Dispose() => folder.Dispose();

    static async Task Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await process.WaitForExitAsync(Ct);
    }

    // A server takes its pid file away a moment before its process ends.
    static Task Ended(int pid) => Eventually.Seen(() => Task.FromResult(IsAlive(pid)), alive => !alive, TimeSpan.FromSeconds(10));

    static bool IsAlive(int pid) => File.Exists($"/proc/{pid}/cmdline") && File.ReadAllText($"/proc/{pid}/cmdline").Length > 0;
}
