using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>Creates, starts and stops the server of one folder with PostgreSQL's own tools.</summary>
sealed class Cluster(ClusterFolder folder, PostgresBinaries binaries, TimeSpan patience, bool durable, ILogger log)
{
    const int Attempts = 8;

    // On the command line, where no file in the cluster can override them.
    static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1", "unix_socket_directories=", "password_encryption=scram-sha-256",
        "synchronous_commit=on", "max_connections=200", "shared_buffers=256MB", "max_wal_size=2GB", "jit=off",
        "timezone=UTC", "log_timezone=UTC", "log_line_prefix=%m [%p] %u@%d ",
    ];

    static readonly string[] Durable = ["fsync=on", "full_page_writes=on"];
    static readonly string[] Fleeting = ["fsync=off", "full_page_writes=off"];

    public ClusterFolder Folder => folder;

    /// <summary>initdb into a side folder, renamed when whole: a start that was killed leaves no half cluster.</summary>
    public async Task Create(string superuserPassword, CancellationToken ct)
    {
        if (Directory.Exists(folder.Data)) return;
        if (Directory.Exists(folder.UnfinishedData)) Directory.Delete(folder.UnfinishedData, recursive: true);
        log.LogInformation("Creating a PostgreSQL {Version} cluster in {Server}", binaries.Version, folder.Server);

        var passwordFile = Path.Combine(folder.Server, "initial-password");
        await Run(["sh", "-c", "umask 077; cat > \"$1\"", "sh", passwordFile], superuserPassword, ct);
        try
        {
            await Run(
                [binaries.Path("initdb"), "-D", folder.UnfinishedData, "-U", ClusterPasswords.Superuser, "--pwfile", passwordFile,
                 "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", .. durable ? Array.Empty<string>() : ["--no-sync"]],
                null, ct);
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(folder.UnfinishedData, folder.Data);
    }

    public async Task<Postmaster> StartOrAdopt(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await RunningAndReady(ct) is { } running) return running;

            Postmaster.SweepStalePidFile(folder);
            var port = attempt == 1 ? LastPortIfFree() ?? FreePort() : FreePort();
            serverLog.KeepSmall();
            var position = serverLog.Length;
            var outcome = await Command.Try([.. As, .. PgCtl("start", "-w", "-t", Seconds(patience), "-l", folder.Log, "-o", Arguments(port))], null, ct);
            if (outcome.Succeeded)
            {
                await File.WriteAllTextAsync(folder.LastPort, port.ToString(provider: null), ct);
                continue;
            }

            var said = serverLog.From(position);
            if (attempt == Attempts || !IsPassing(said))
                throw new EmbeddedPostgresException($"PostgreSQL did not start in {folder.Server}: {outcome.Errors.Trim()} {said}");
            await Task.Delay(TimeSpan.FromMilliseconds(250 * attempt), ct);
        }
    }

    // A server found at work may still be recovering, or on its way out: wait until it is the one or the other.
    async Task<Postmaster?> RunningAndReady(CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (Postmaster.Running(folder) is { } server)
        {
            if (server.IsReady) return server;
            if (waited.Elapsed > patience)
                throw new EmbeddedPostgresException($"The PostgreSQL process {server.ProcessId} in {folder.Server} does not get ready; see {folder.Log}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }

        return null;
    }

    public async Task Stop(CancellationToken ct)
    {
        if (Postmaster.Running(folder) is null) return;
        var account = folder.Account ?? (Environment.IsPrivilegedProcess ? await UnprivilegedAccount.OwnerOf(folder.Server, ct) : null);
        await Command.Run([.. UnprivilegedAccount.As(account), .. PgCtl("stop", "-m", "fast", "-w", "-t", Seconds(patience))], null, ct);
        log.LogInformation("PostgreSQL in {Folder} has stopped", folder.Root);
    }

    readonly ServerLog serverLog = new(folder.Log);

    string[] As => UnprivilegedAccount.As(folder.Account);

    Task<string> Run(string[] words, string? input, CancellationToken ct) => Command.Run([.. As, .. words], input, ct);

    string[] PgCtl(string verb, params string[] more) => [binaries.Path("pg_ctl"), verb, "-D", folder.Data, .. more];

    string Arguments(int port) => string.Join(' ', Settings.Concat(durable ? Durable : Fleeting).Append($"port={port}").Select(setting => $"-c '{setting}'"));

    static string Seconds(TimeSpan time) => ((int)time.TotalSeconds).ToString(provider: null);

    // Another program took the port first, or the backends of a killed server are still leaving.
    static bool IsPassing(string said) =>
        said.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal)
        || said.Contains("pre-existing shared memory block", StringComparison.Ordinal)
        || said.Contains("lock file \"postmaster.pid\" already exists", StringComparison.Ordinal);

    // The same port again where possible: a portal that outlived its server finds the new one.
    int? LastPortIfFree() =>
        File.Exists(folder.LastPort) && int.TryParse(File.ReadAllText(folder.LastPort), out var port) && IsFree(port) ? port : null;

    static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
