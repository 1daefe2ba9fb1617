using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>The places of entries found by words, newest first, and how far back was looked; null when that is all the way.</summary>
public sealed record FoundWords(IReadOnlyList<PageKey> Entries, PageKey? Reach);
