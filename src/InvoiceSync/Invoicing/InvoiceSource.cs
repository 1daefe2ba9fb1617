namespace InvoiceSync.Invoicing;

/// <summary>The sale an invoice was made from. A sale becomes one invoice at most; the database holds this unique.</summary>
public sealed record InvoiceSource(string Provider, string AccountId, bool Live, string Kind, string Id);
