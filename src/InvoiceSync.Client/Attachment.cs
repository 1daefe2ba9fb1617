namespace InvoiceSync.Client;

/// <summary>A file that goes with an invoice. Size is in bytes.</summary>
public sealed record Attachment(string Id, string Name, string MediaType, int Size, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, string?> Links);

/// <summary>The files of an invoice, oldest first.</summary>
public sealed record Attachments(IReadOnlyList<Attachment> Data);
