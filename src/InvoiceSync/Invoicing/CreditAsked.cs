namespace InvoiceSync.Invoicing;

/// <summary>
/// What is to be taken back of an issued invoice: an Amount with VAT, quantities of its Lines, or, with neither, all that is
/// left of it. The reason is printed on the document.
/// </summary>
public sealed record CreditAsked(string Reason)
{
    public decimal? Amount { get; init; }

    public IReadOnlyList<CreditedQuantity>? Lines { get; init; }
}

/// <summary>So much of one line, by its Id on the invoice and with the sign its quantity has there.</summary>
public sealed record CreditedQuantity(string Line, decimal Quantity);
