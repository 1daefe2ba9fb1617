namespace InvoiceSync.Invoicing;

/// <summary>
/// Asks those who file invoices for the original of one that somebody else numbers. Null where ours is the original: the customer
/// sees one number, and it is the legal one.
/// </summary>
public interface IOriginals
{
    /// <summary>With the PDF when the whole is asked for and it is here.</summary>
    Task<Original?> Of(InvoiceId invoice, bool whole, CancellationToken ct);
}

/// <summary>An invoice as it was made elsewhere. Number is null until it was; Pdf until it is here.</summary>
public sealed record Original(string? Number, byte[]? Pdf = null);
