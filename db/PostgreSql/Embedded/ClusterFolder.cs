using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>
/// Where everything of a cluster lies. PostgreSQL refuses to run as root, so under root the server part belongs
/// to an unprivileged user, and moves below /var/lib when that user cannot reach the data folder (a clone in /root).
/// </summary>
sealed class ClusterFolder(string dataFolder)
{
    const string Elsewhere = "/var/lib/invoicesync";

    public string Root { get; } = Path.GetFullPath(dataFolder);
    public string Lock => Path.Combine(Root, "lock");
    public string Leases => Path.Combine(Root, "leases");
    public string Passwords => Path.Combine(Root, "passwords.json");
    public string LastPort => Path.Combine(Root, "port");
    public string Server => Path.Exists(Near) || !Path.Exists(Far) ? Near : Far;
    public string Data => Path.Combine(Server, "data");
    public string UnfinishedData => Path.Combine(Server, "data.new");
    public string Log => Path.Combine(Server, "postgres.log");

    /// <summary>The account the server runs as; null when that is the account of this process.</summary>
    public string? Account { get; private set; }

    public int? MajorVersion => File.Exists(Path.Combine(Data, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Split('.')[0], provider: null)
        : null;

    string Near => Path.Combine(Root, "server");
    string Far => Path.Combine(Elsewhere, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..16], "server");

    public async Task Place(ILogger log, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(Server);
            OnlyForOwner(Server);
            return;
        }

        if (Directory.Exists(Server))
        {
            Account = await UnprivilegedAccount.OwnerOf(Server, ct);
            if (await UnprivilegedAccount.Reaches(Account, Server, ct)) return;
        }

        Account = await UnprivilegedAccount.Choose(ct);
        if (await TryPlace(Near, ct)) return;
        if (!await TryPlace(Far, ct))
            throw new EmbeddedPostgresException(
                $"PostgreSQL runs as the user {Account}, who can reach neither {Root} nor {Elsewhere}. " +
                "Use a data folder whose parents everybody may enter (chmod o+x), or start as an ordinary user.");
        log.LogInformation("The user {Account} cannot enter {Root}; the database files are in {Server}", Account, Root, Far);
    }

    public void DeleteServer()
    {
        if (Directory.Exists(Server)) Directory.Delete(Server, recursive: true);
        File.Delete(Passwords);
        File.Delete(LastPort);
    }

    public void DeleteRoot()
    {
        if (Path.GetDirectoryName(Far) is { } far && Directory.Exists(far)) Directory.Delete(far, recursive: true);
        Directory.Delete(Root, recursive: true);
    }

    public static void OnlyForOwner(string folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    async Task<bool> TryPlace(string server, CancellationToken ct)
    {
        Directory.CreateDirectory(server);
        OnlyForOwner(server);
        await UnprivilegedAccount.GiveTo(Account!, server, ct);
        if (await UnprivilegedAccount.Reaches(Account!, server, ct)) return true;
        Directory.Delete(server, recursive: true);
        return false;
    }
}
