using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>An invoice was issued. It has its number and never changes again, save to mend what an authority refused.</summary>
[EventName("invoice.issued")]
public sealed record InvoiceIssued(InvoiceId Invoice) : Event;

/// <summary>A payment settled what was open. Amount is that payment's part, of a storno negative, as in the events below. ReceivedOn is null when it was left over from an earlier one.</summary>
[EventName("invoice.paid")]
public sealed record InvoicePaid(InvoiceId Invoice, decimal Amount, Currency Currency, DateOnly? ReceivedOn = null) : Event;

/// <summary>A payment settled a part; more is open.</summary>
[EventName("invoice.partially_paid")]
public sealed record InvoicePartiallyPaid(InvoiceId Invoice, decimal Amount, Currency Currency) : Event;

/// <summary>A payment was taken back: the amount is open again.</summary>
[EventName("invoice.reopened")]
public sealed record InvoiceReopened(InvoiceId Invoice, decimal Amount, Currency Currency) : Event;

/// <summary>A credit note settled this much.</summary>
[EventName("invoice.credited")]
public sealed record InvoiceCredited(InvoiceId Invoice, decimal Amount, Currency Currency) : Event;

/// <summary>This much was given up, for a reason.</summary>
[EventName("invoice.written_off")]
public sealed record InvoiceWrittenOff(InvoiceId Invoice, decimal Amount, Currency Currency, string Reason) : Event;

/// <summary>The invoice left for the customer by e-mail for the first time.</summary>
[EventName("invoice.sent")]
public sealed record InvoiceSent(InvoiceId Invoice) : Event;

/// <summary>An e-mail with the invoice was refused or came back.</summary>
[EventName("invoice.undelivered")]
public sealed record InvoiceUndelivered(InvoiceId Invoice) : Event;

/// <summary>The last day to pay has passed in the company's calendar, and this much is open. Told once of an invoice.</summary>
[EventName("invoice.overdue")]
public sealed record InvoiceOverdue(InvoiceId Invoice, decimal Amount, Currency Currency) : Event;

/// <summary>An invoice that was sent nowhere was taken back. Its number stays used; nothing is owed by it.</summary>
[EventName("invoice.voided")]
public sealed record InvoiceVoided(InvoiceId Invoice, string Reason) : Event;

/// <summary>The customer has opened the invoice's public page for the first time.</summary>
[EventName("invoice.viewed")]
public sealed record InvoiceViewed(InvoiceId Invoice) : Event;
