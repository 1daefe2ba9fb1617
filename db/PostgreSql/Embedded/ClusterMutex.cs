namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>
/// One process at a time starts, stops or erases a cluster. An exclusive file handle is a lock of the kernel
/// (flock), so it ends with its holder however that one dies.
/// </summary>
sealed class ClusterMutex : IAsyncDisposable
{
    readonly FileStream held;

    ClusterMutex(FileStream held) => this.held = held;

    public static async Task<ClusterMutex> Take(ClusterFolder folder, CancellationToken ct)
    {
        while (true)
        {
            if (TryTake(folder) is { } mutex) return mutex;
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
    }

    public ValueTask DisposeAsync() => held.DisposeAsync();

    static ClusterMutex? TryTake(ClusterFolder folder)
    {
        try
        {
            Directory.CreateDirectory(folder.Root);
            var stream = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // The holder before us may have deleted the folder: then this is a lock on nothing.
            if (File.Exists(folder.Lock)) return new(stream);
            stream.Dispose();
            return null;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new EmbeddedPostgresException(
                $"{folder.Root} belongs to another user. Start as that user, or choose another data folder.", denied);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
