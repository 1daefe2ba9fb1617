using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>A filing changed its state. What it is now, ask: deliveries may be late or doubled.</summary>
[EventName("filing.moved")]
public sealed record FilingMoved(InvoiceId Invoice) : Event;

/// <summary>The original of an invoice that a provider numbers is here: the customer can have it.</summary>
[EventName("filing.original_kept")]
public sealed record FilingOriginalKept(InvoiceId Invoice) : Event;

/// <summary>A document was cancelled or deleted in a provider's books before any authority had it: it may be made void here.</summary>
[EventName("filing.withdrawn")]
public sealed record FilingWithdrawn(InvoiceId Invoice) : Event;

/// <summary>The authority accepted an invoice. It legally exists now and can never change.</summary>
[EventName("filing.accepted")]
public sealed record FilingAccepted(InvoiceId Invoice) : Event;
