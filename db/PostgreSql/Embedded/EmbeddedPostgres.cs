using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>
/// A private PostgreSQL cluster in a data folder, on loopback only. Processes on the same folder share one
/// server; the last one to leave stops it, and a server orphaned by kill -9 is adopted by the next start.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    public const string Database = "invoicesync";
    public const string Owner = "invoicesync_owner";
    public const string App = "invoicesync_app";
    public const string Platform = "invoicesync_platform";

    readonly EmbeddedPostgresOptions options;
    readonly Cluster cluster;
    readonly ClusterPasswords passwords;
    readonly ClusterLease lease;
    bool disposed;

    EmbeddedPostgres(EmbeddedPostgresOptions options, Cluster cluster, ClusterPasswords passwords, ClusterLease lease, Postmaster server)
    {
        (this.options, this.cluster, this.passwords, this.lease) = (options, cluster, passwords, lease);
        (Port, ProcessId) = (server.Port, server.ProcessId);
    }

    public int Port { get; }
    public int ProcessId { get; }
    public string DataFolder => cluster.Folder.Root;

    /// <summary>Owns the database and its tables; for migrations. Neither superuser nor exempt from row security.</summary>
    public string OwnerConnectionString => ConnectionString(Owner);

    /// <summary>What the portal works with: owns nothing, sees rows of its tenant only.</summary>
    public string AppConnectionString => ConnectionString(App);

    /// <summary>For work across tenants: owns nothing; what it may see is said by policies written for it.</summary>
    public string PlatformConnectionString => ConnectionString(Platform);

    public string ConnectionString(string user, string database = Database) => Connect(user, passwords.Of(user), database);

    public static async Task<EmbeddedPostgres> Start(EmbeddedPostgresOptions options, CancellationToken ct = default)
    {
        var log = options.Logger ?? NullLogger.Instance;
        var folder = new ClusterFolder(options.DataFolder);
        await using var mutex = await ClusterMutex.Take(folder, ct);

        if (options.Reset && Directory.Exists(folder.Data)) await Erase(folder, options, log, ct);
        await folder.Place(log, ct);

        var binaries = await PostgresBinaries.Find(options.BinariesFolder, folder.MajorVersion, ct);
        await UnprivilegedAccount.CheckReach(folder.Account, binaries, ct);
        var passwords = ClusterPasswords.LoadOrCreate(folder);
        var cluster = new Cluster(folder, binaries, options.StartTimeout, options.Durable, log);
        await cluster.Create(passwords.Of(ClusterPasswords.Superuser), ct);

        var server = await cluster.StartOrAdopt(ct);
        var lease = ClusterLease.Take(folder);
        var started = new EmbeddedPostgres(options, cluster, passwords, lease, server);
        try
        {
            await ClusterRoles.Ensure(started.Administration, passwords, ct);
            await started.CreateDatabase(Database, template: null, ct);
        }
        catch
        {
            lease.Dispose();
            throw;
        }

        log.LogInformation("PostgreSQL {Version} serves {Folder} on 127.0.0.1:{Port}", binaries.Version, folder.Root, server.Port);
        return started;
    }

    /// <summary>Makes a database owned by <see cref="Owner"/>, empty or as a copy of an idle template; does nothing if it is there.</summary>
    public Task CreateDatabase(string name, string? template, CancellationToken ct = default) =>
        ClusterDatabases.Create(Administration, name, template, ct);

    /// <summary>Drops a database and cuts off whoever is still connected to it.</summary>
    public Task DropDatabase(string name, CancellationToken ct = default) =>
        ClusterDatabases.Drop(Administration, name, ct);

    /// <summary>Stops and deletes the cluster of a folder that no living process uses; false if one does.</summary>
    public static async Task<bool> Remove(EmbeddedPostgresOptions options, CancellationToken ct = default)
    {
        var folder = new ClusterFolder(options.DataFolder);
        await using var mutex = await ClusterMutex.Take(folder, ct);
        if (ClusterLease.AnyAlive(folder)) return false;
        await Erase(folder, options, options.Logger ?? NullLogger.Instance, ct);
        folder.DeleteRoot();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed) return;
        disposed = true;
        await using (await ClusterMutex.Take(cluster.Folder, CancellationToken.None))
        {
            lease.Dispose();
            if (ClusterLease.AnyAlive(cluster.Folder)) return;
            await cluster.Stop(CancellationToken.None);
        }

        if (options.Temporary) await Remove(options, CancellationToken.None);
    }

    // The bootstrap superuser stays inside this folder of the code: it passes every row-level policy.
    string Administration => Connect(ClusterPasswords.Superuser, passwords.Of(ClusterPasswords.Superuser), "postgres", pooling: false);

    string Connect(string user, string password, string database, bool pooling = true) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = user,
        Password = password,
        Pooling = pooling,
        ApplicationName = "InvoiceSync",
    }.ConnectionString;

    static async Task Erase(ClusterFolder folder, EmbeddedPostgresOptions options, ILogger log, CancellationToken ct)
    {
        if (ClusterLease.AnyAlive(folder))
            throw new EmbeddedPostgresException($"Another process is working on {folder.Root}. Stop it before starting over.");

        if (Postmaster.Running(folder) is not null)
        {
            var binaries = await PostgresBinaries.Find(options.BinariesFolder, folder.MajorVersion, ct);
            await new Cluster(folder, binaries, options.StartTimeout, options.Durable, log).Stop(ct);
        }

        log.LogInformation("Deleting the PostgreSQL data in {Folder}", folder.Root);
        folder.DeleteServer();
    }
}
