namespace InvoiceSync.Payments;

/// <summary>
/// What happened to payments, by the day it happened: money that came, went back, or had come by mistake. Unapplied is what it added to the customers'
/// credit, below zero where credit was used. Payments counts those that came.
/// </summary>
public sealed record PaymentFigures(
    long Payments, decimal Received, decimal ReceivedRon, decimal Refunded, decimal RefundedRon, decimal Reversed, decimal ReversedRon, decimal Unapplied, decimal UnappliedRon)
{
    public static readonly PaymentFigures None = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public decimal Net => Received - Refunded - Reversed;

    public decimal NetRon => ReceivedRon - RefundedRon - ReversedRon;

    public PaymentFigures Plus(PaymentFigures other) => new(
        Payments + other.Payments, Received + other.Received, ReceivedRon + other.ReceivedRon, Refunded + other.Refunded, RefundedRon + other.RefundedRon,
        Reversed + other.Reversed, ReversedRon + other.ReversedRon, Unapplied + other.Unapplied, UnappliedRon + other.UnappliedRon);
}
