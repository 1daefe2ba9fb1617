using InvoiceSync.Audit;

namespace InvoiceSync.Web.Audit;

/// <summary>Keeps checkpoints in a file that only grows. Put it on another machine's disk, or let it be copied away: it is worth what its distance is.</summary>
sealed class FileAnchor(string path) : IAnchor
{
    public string Place => "file";

    public async Task Keep(SignedCheckpoint checkpoint, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(AnchorText.Of(checkpoint) + "\n"), ct);
        file.Flush(flushToDisk: true);
    }
}
