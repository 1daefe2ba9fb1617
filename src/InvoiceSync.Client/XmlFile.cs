namespace InvoiceSync.Client;

/// <summary>A body that is sent as it is.</summary>
sealed record XmlFile(ReadOnlyMemory<byte> Bytes);
