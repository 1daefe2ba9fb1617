using InvoiceSync.PostgreSql.Embedded;

namespace InvoiceSync.IntegrationTests.Databases;

/// <summary>A throw-away folder for one cluster. Its name tells which process made it, so that a later run clears up after a killed one.</summary>
sealed class PrivateFolder : IDisposable
{
    const string Prefix = "invoicesync-cluster-";
    readonly Lazy<DirectoryInfo> parent = new(Make);

    public string Path => Inside(parent.Value.FullName);
    public string Data => System.IO.Path.Combine(Path, "server", "data");
    public EmbeddedPostgresOptions Options => new(Path);

    public void Dispose()
    {
        if (parent.IsValueCreated) parent.Value.Delete(recursive: true);
    }

    /// <summary>Stops and deletes clusters whose test process is gone.</summary>
    public static async Task Sweep(CancellationToken ct)
    {
        foreach (var left in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            var maker = System.IO.Path.GetFileName(left)[Prefix.Length..].Split('-')[0];
            if (Directory.Exists($"/proc/{maker}")) continue;
            try
            {
                if (await EmbeddedPostgres.Remove(new(Inside(left)), ct)) Directory.Delete(left, recursive: true);
            }
            catch (EmbeddedPostgresException)
            {
                // Another account's; its next run clears it.
            }
        }
    }

    static DirectoryInfo Make()
    {
        var made = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-");
        // Temporary folders are for their maker alone; the account of the server has to pass through.
        File.SetUnixFileMode(made.FullName, made.UnixFileMode | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return made;
    }

    static string Inside(string parent) => System.IO.Path.Combine(parent, "postgres");
}
