using System.Security.Cryptography;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>
/// "This process uses the cluster": a file kept open exclusively. A file somebody else can open is a lease whose
/// holder has died, and is swept. Read and written under <see cref="ClusterMutex"/> only.
/// </summary>
sealed class ClusterLease : IDisposable
{
    readonly FileStream held;

    ClusterLease(FileStream held) => this.held = held;

    public static ClusterLease Take(ClusterFolder folder)
    {
        Directory.CreateDirectory(folder.Leases);
        var name = $"{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        return new(new FileStream(Path.Combine(folder.Leases, name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
    }

    public static bool AnyAlive(ClusterFolder folder)
    {
        if (!Directory.Exists(folder.Leases)) return false;
        var alive = false;
        foreach (var file in Directory.EnumerateFiles(folder.Leases)) alive |= !Sweep(file);
        return alive;
    }

    public void Dispose()
    {
        held.Dispose();
        File.Delete(held.Name);
    }

    static bool Sweep(string file)
    {
        try
        {
            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) File.Delete(file);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
