namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>The server process of a cluster, as its postmaster.pid tells.</summary>
sealed record Postmaster(int ProcessId, int Port, bool IsReady)
{
    /// <summary>The running server of the folder, or null. A pid file left by a crash does not count.</summary>
    public static Postmaster? Running(ClusterFolder folder) =>
        Read(folder) is { } server && IsServerOf(folder, server.ProcessId) ? server : null;

    /// <summary>A pid file whose process is not our server; PostgreSQL itself is fooled when another program got the pid.</summary>
    public static void SweepStalePidFile(ClusterFolder folder)
    {
        if (Running(folder) is null) File.Delete(PidFile(folder));
    }

    // Lines: pid, data folder, start time, port, socket folder, address, shared memory, status.
    static Postmaster? Read(ClusterFolder folder)
    {
        try
        {
            var lines = File.ReadAllLines(PidFile(folder));
            return lines.Length > 3 && int.TryParse(lines[0], out var pid) && int.TryParse(lines[3], out var port)
                ? new(pid, port, lines.Length > 7 && lines[7].StartsWith("ready", StringComparison.Ordinal))
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // The postmaster works inside its data folder; a reused pid does not, and a zombie has no folder at all.
    static bool IsServerOf(ClusterFolder folder, int pid)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName is { } cwd
                && cwd == RealPath(folder.Data);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null) return path;
        var here = Path.Combine(RealPath(parent), Path.GetFileName(path));
        return Directory.ResolveLinkTarget(here, returnFinalTarget: true)?.FullName ?? here;
    }

    static string PidFile(ClusterFolder folder) => Path.Combine(folder.Data, "postmaster.pid");
}
