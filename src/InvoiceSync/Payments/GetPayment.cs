using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Payments;

/// <summary>One payment: what it settles now, what is left over, and all that happened to it.</summary>
[Requires("payment.read")]
public sealed record GetPayment(PaymentId Payment) : IQuery<GetPayment.View>
{
    public sealed record View(PaymentRow Row, string? Note, IReadOnlyList<Settled> Invoices, IReadOnlyList<Move> Moves, DateTimeOffset MadeAt, DateTimeOffset ChangedAt, long Version)
    {
        internal static View Of(Payment p) => new(
            new(p.Id, p.ReceivedOn, p.CustomerFullName, p.Method, new(p.Amount, p.Currency), p.Status, p.Refunded, p.Unapplied, p.Reference),
            p.Note, [.. p.Standing().Select(Part)],
            [.. p.Moves.OrderBy(m => m.Number).Select(m => new Move(m.Number, m.Kind, m.On, m.At, m.Money, m.Credit, m.Rate, m.Reason, [.. p.Parts.Where(x => x.Move == m.Number).Select(Part)]))],
            p.MadeAt, p.ChangedAt, p.Version);

        static Settled Part(PaymentPart part) => new(part.InvoiceId, part.Number, part.Amount);
    }

    /// <summary>How much of an invoice the payment settles now.</summary>
    public sealed record Settled(InvoiceId Invoice, string Number, decimal Amount);

    /// <summary>Money came in, or went out when negative; the parts settled invoices, or opened them again when negative; Credit is the customer's.</summary>
    public sealed record Move(int Number, MoveKind Kind, DateOnly On, DateTimeOffset At, decimal Money, decimal Credit, decimal? Rate, string? Reason, IReadOnlyList<Settled> Parts);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetPayment, View>
    {
        public async Task<View> Handle(GetPayment query, CancellationToken ct) =>
            View.Of(Rule.Found(await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Payment, ct), PaymentErrors.NotFound));
    }
}
