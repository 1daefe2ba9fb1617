namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>What the server writes beside its data; quoted when a start fails, renamed away when it has grown.</summary>
sealed class ServerLog(string path)
{
    const long Biggest = 10_000_000;

    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    public void KeepSmall()
    {
        if (Length > Biggest) File.Move(path, path + ".old", overwrite: true);
    }

    public string From(long position)
    {
        if (!File.Exists(path)) return "";
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = Math.Min(position, stream.Length);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
