using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>An invoice was issued. It has its number and never changes again, save to mend what an authority refused.</summary>
[EventName("invoice.issued")]
public sealed record InvoiceIssued(InvoiceId Invoice) : Event;
