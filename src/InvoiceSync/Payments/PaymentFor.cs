using InvoiceSync.Invoicing;

namespace InvoiceSync.Payments;

/// <summary>An invoice a payment is for. Amount is how much of it; left out it is as much as is open, as far as the money goes.</summary>
public sealed record PaymentFor(InvoiceId Invoice, decimal? Amount = null);
