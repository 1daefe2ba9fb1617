using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Payments.Model;

// What happens to a payment after it came. Parts that go back carry the RON they had cleared, in proportion, the last part all that is left.
partial class Payment
{
    public void Apply(PaymentPart part, Guid request, DateOnly today, DateTimeOffset now)
    {
        Rule.Require(Status != PaymentStatus.Reversed, PaymentErrors.Reversed);
        Rule.Require(part.Amount > 0 && part.Amount <= Unapplied, PaymentErrors.CreditExceeded);
        Move(MoveKind.Applied, today, now, [part], money: 0, moneyRon: 0, credit: -part.Amount, creditRon: -Share(UnappliedRon, part.Amount, Unapplied), FirstRate, request: request);
        Raise(new PaymentApplied(Id, part.Amount, Currency));
    }

    /// <summary>Answers what was taken back from invoices, newest first.</summary>
    public IReadOnlyList<PaymentPart> Refund(RefundPayment asked, FindRate.Found? rate, DateTimeOffset now)
    {
        Rule.Require(Status != PaymentStatus.Reversed, PaymentErrors.Reversed);
        Rule.Require(asked.Amount > 0 && Currency.Round(asked.Amount) == asked.Amount, PaymentErrors.AmountInvalid);
        Rule.Require(asked.Amount <= Amount - Refunded, PaymentErrors.RefundExceeded);
        Rule.Require(asked.RefundedOn >= ReceivedOn, PaymentErrors.DateInvalid);

        var (credit, back) = (Math.Min(Unapplied, asked.Amount), new List<PaymentPart>());
        for (var left = asked.Amount - credit; left > 0;)
        {
            var last = Standing().Last(p => p.Amount > 0 && back.All(b => b.InvoiceId != p.InvoiceId));
            var amount = Math.Min(last.Amount, left);
            back.Add(new(last.InvoiceId, last.Number, -amount, -Share(last.Ron, amount, last.Amount)));
            left -= amount;
        }

        Refunded += asked.Amount;
        Status = Refunded == Amount ? PaymentStatus.Refunded : PaymentStatus.PartiallyRefunded;
        var creditRon = credit == 0 ? 0 : Share(UnappliedRon, credit, Unapplied);
        Move(MoveKind.Refunded, asked.RefundedOn, now, back, money: -asked.Amount, moneyRon: -InRon(asked.Amount, rate), credit: -credit, creditRon: -creditRon, rate, asked.Reason, asked.Request);
        Raise(new PaymentRefunded(Id, asked.Amount, Currency));
        return back;
    }

    /// <summary>Answers what was taken back from invoices.</summary>
    public IReadOnlyList<PaymentPart> Reverse(string reason, DateOnly today, DateTimeOffset now)
    {
        Rule.Require(Refunded == 0, PaymentErrors.Refunded);
        PaymentPart[] back = [.. Standing().Select(p => new PaymentPart(p.InvoiceId, p.Number, -p.Amount, -p.Ron))];
        Status = PaymentStatus.Reversed;
        Move(MoveKind.Reversed, today, now, back, money: -Amount, moneyRon: -moves[0].MoneyRon, credit: -Unapplied, creditRon: -UnappliedRon, FirstRate, reason);
        Raise(new PaymentReversed(Id, Amount, Currency));
        return back;
    }

    FindRate.Found? FirstRate => moves[0].Rate is { } rate ? new(rate, moves[0].RateOn!.Value, moves[0].RateSource!) : null;

    /// <summary>What it settles now, in the order it was settled.</summary>
    public IEnumerable<PaymentPart> Standing() =>
        parts.OrderBy(p => p.Move).GroupBy(p => p.InvoiceId)
            .Select(g => new PaymentPart(g.Key, g.First().Number, g.Sum(p => p.Amount), g.Sum(p => p.Ron))).Where(p => p.Amount != 0);

    static decimal Share(decimal ron, decimal amount, decimal whole) => amount == whole ? ron : Currency.Ron.Round(ron * amount / whole);

    void Move(
        MoveKind kind, DateOnly on, DateTimeOffset now, IReadOnlyList<PaymentPart> settles, decimal money, decimal moneyRon, decimal credit, decimal creditRon,
        FindRate.Found? rate, string? reason = null, Guid? request = null)
    {
        Rule.Require(kind is MoveKind.Received or MoveKind.Applied || reason?.Trim() is { Length: > 0 and <= 200 }, PaymentErrors.ReasonMissing);
        var move = new PaymentMove
        {
            Number = moves.Count + 1,
            Kind = kind,
            On = on,
            At = now,
            Money = money,
            MoneyRon = moneyRon,
            Credit = credit,
            CreditRon = creditRon,
            Rate = rate?.RonPerUnit,
            RateOn = rate?.PublishedOn,
            RateSource = rate?.Source,
            Reason = Text(reason),
            Request = request,
        };
        moves.Add(move);
        foreach (var part in settles)
        {
            part.Move = move.Number;
            parts.Add(part);
        }

        (Unapplied, UnappliedRon, ChangedAt) = (Unapplied + credit, UnappliedRon + creditRon, now);
    }
}
