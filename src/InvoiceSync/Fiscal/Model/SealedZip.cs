using System.IO.Compression;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Opens an archive of ours again. Its sizes and names were checked before it was kept.</summary>
static class SealedZip
{
    public static async Task<(byte[] Document, byte[] Seal)> Open(byte[] kept, CancellationToken ct)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(kept, writable: false), ZipArchiveMode.Read);
        var (document, seal) = (Array.Empty<byte>(), Array.Empty<byte>());
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var stream = await entry.OpenAsync(ct);
            await stream.CopyToAsync(bytes, ct);
            if (entry.Name.StartsWith("semnatura_", StringComparison.OrdinalIgnoreCase)) seal = bytes.ToArray();
            else document = bytes.ToArray();
        }

        return (document, seal);
    }
}
