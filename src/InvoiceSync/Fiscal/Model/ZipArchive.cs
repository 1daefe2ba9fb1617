using System.Security.Cryptography;

namespace InvoiceSync.Fiscal.Model;

/// <summary>The authority's archive for the latest attempt, as the row that keeps it.</summary>
static class ZipArchive
{
    public static ArchivedFile Of(Filing filing, byte[] zip, DateTimeOffset now) => new()
    {
        FilingId = filing.Id,
        Attempt = filing.Latest.Number,
        Kind = FilingFile.Zip,
        Bytes = zip,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(zip)),
        KeptAt = now,
    };
}
