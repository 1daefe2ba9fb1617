using InvoiceSync.Kernel;

namespace InvoiceSync.Payments;

/// <summary>A payment was recorded. A negative amount is money paid out against a storno.</summary>
[EventName("payment.received")]
public sealed record PaymentReceived(PaymentId Payment, decimal Amount, Currency Currency) : Event;

/// <summary>This much of what was left over settled an invoice.</summary>
[EventName("payment.applied")]
public sealed record PaymentApplied(PaymentId Payment, decimal Amount, Currency Currency) : Event;

/// <summary>This much went back to the customer.</summary>
[EventName("payment.refunded")]
public sealed record PaymentRefunded(PaymentId Payment, decimal Amount, Currency Currency) : Event;

/// <summary>The payment was undone as if it had never come.</summary>
[EventName("payment.reversed")]
public sealed record PaymentReversed(PaymentId Payment, decimal Amount, Currency Currency) : Event;
