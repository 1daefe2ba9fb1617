namespace InvoiceSync.Connectors.Anaf;

/// <summary>Reads a stream of unknown length to its end, or gives up with null once it is longer than allowed.</summary>
static class CappedBytes
{
    public static async Task<byte[]?> Read(Stream stream, int most, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > most) return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
