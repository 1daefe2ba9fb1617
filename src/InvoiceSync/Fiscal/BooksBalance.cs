namespace InvoiceSync.Fiscal;

/// <summary>What a provider's books say of a document, in its currency: its total with VAT, what was paid and what was not.</summary>
public sealed record BooksBalance(decimal? Total, decimal? Paid, decimal? Unpaid);
