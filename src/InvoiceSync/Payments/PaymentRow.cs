using InvoiceSync.Kernel;

namespace InvoiceSync.Payments;

/// <summary>A payment in a list. Unapplied is the customer's credit that is left of it.</summary>
public sealed record PaymentRow(
    PaymentId Id, DateOnly ReceivedOn, string Customer, PaymentMethod Method, Money Amount, PaymentStatus Status, decimal Refunded, decimal Unapplied, string? Reference);
