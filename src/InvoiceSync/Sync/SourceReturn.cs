namespace InvoiceSync.Sync;

/// <summary>What a source gave back of a sale, with VAT: a credit note of its own (then it has a Number), or a refund that no credit note names.</summary>
public sealed record SourceReturn(string Id, string? Number, decimal Amount, string? Memo, DateTimeOffset At);
