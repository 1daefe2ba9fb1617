namespace InvoiceSync.Invoicing;

/// <summary>What lines of a product come to: how many, how much of its unit, and their net, before what is off a document as a whole.</summary>
public sealed record ProductFigures(long Lines, decimal Quantity, decimal Net, decimal NetRon);
