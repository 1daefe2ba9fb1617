namespace InvoiceSync.Sync;

/// <summary>One sale to process with others, and what is said about it.</summary>
public sealed record BatchItem(SourceKey Key, SaleInstructions Instructions);
