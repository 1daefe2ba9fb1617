namespace InvoiceSync.Audit;

/// <summary>A month of the log as it was written to a file and read back: what the log was at its end, the file's name, its SHA-256 and length.</summary>
public sealed record NewArchive(DateOnly Month, LogState End, byte[] Root, string File, byte[] Digest, long Bytes);
