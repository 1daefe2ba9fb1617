using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>A filing changed its state. What it is now, ask: deliveries may be late or doubled.</summary>
[EventName("filing.moved")]
public sealed record FilingMoved(InvoiceId Invoice) : Event;

/// <summary>The authority accepted an invoice. It legally exists now and can never change.</summary>
[EventName("filing.accepted")]
public sealed record FilingAccepted(InvoiceId Invoice) : Event;
