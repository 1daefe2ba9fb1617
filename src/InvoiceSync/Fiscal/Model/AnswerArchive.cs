using System.Security.Cryptography;

namespace InvoiceSync.Fiscal.Model;

/// <summary>What a provider gave for the latest attempt, as the row that keeps it.</summary>
static class AnswerArchive
{
    public static ArchivedFile Of(Filing filing, byte[] bytes, DateTimeOffset now, FilingFile kind) => new()
    {
        FilingId = filing.Id,
        Attempt = filing.Latest.Number,
        Kind = kind,
        Bytes = bytes,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        KeptAt = now,
    };
}
