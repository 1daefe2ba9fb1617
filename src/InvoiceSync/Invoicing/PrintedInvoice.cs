namespace InvoiceSync.Invoicing;

/// <summary>An invoice as a PDF, and what the file is called: its number.</summary>
public sealed record PrintedInvoice(byte[] Pdf, string FileName);
