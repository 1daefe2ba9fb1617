using InvoiceSync.Ledger;

namespace InvoiceSync.Payments.Model;

/// <summary>
/// What a move means in money: the account the money came into against the receivables it settled and the customer's credit. In
/// another currency the receivable is cleared at the rate of its invoice and the money is worth the rate of its day; between the
/// two is an exchange difference. Example: EUR 100.00 issued at 4.9700 and paid at 5.0000 brings RON 500.00 for 497.00, 3.00 gained.
/// </summary>
static class PaymentPostings
{
    const string Source = "payments";

    public static IEnumerable<Posting> Of(Payment payment)
    {
        var move = payment.Moves.MaxBy(m => m.Number)!;
        var parts = payment.Parts.Where(p => p.Move == move.Number).ToList();
        var gained = move.MoneyRon - parts.Sum(p => p.Ron) - move.CreditRon;
        yield return new(Source, $"{payment.Id}:{move.Number}", Kind(move.Kind), move.On, payment.Currency,
        [
            PostingLine.Debit(AccountOf(payment.Method), move.Money, move.MoneyRon),
            .. parts.Select(p => PostingLine.Credit(AccountRole.Receivable, p.Amount, p.Ron) with { Customer = payment.Customer, Detail = p.Number }),
            PostingLine.Credit(AccountRole.CustomerCredits, move.Credit, move.CreditRon) with { Customer = payment.Customer },
            PostingLine.Credit(gained > 0 ? AccountRole.ExchangeGain : AccountRole.ExchangeLoss, 0, gained),
        ])
        {
            Memo = payment.Reference is { } reference ? $"{payment.CustomerFullName} · {reference}" : payment.CustomerFullName,
            Rate = move.Rate is { } rate ? new(rate, move.RateOn!.Value, move.RateSource!) : null,
        };
    }

    static string Kind(MoveKind kind) => kind switch
    {
        MoveKind.Received => "received",
        MoveKind.Applied => "applied",
        MoveKind.Refunded => "refunded",
        _ => "reversed",
    };

    static AccountRole AccountOf(PaymentMethod method) => method switch
    {
        PaymentMethod.BankTransfer => AccountRole.Bank,
        PaymentMethod.Cash => AccountRole.Cash,
        _ => AccountRole.CardSettlement,
    };
}

/// <summary>Each move of a payment is posted in the same commit, by the event it raises.</summary>
sealed class PostPayment :
    IPostOn<PaymentReceived, Payment>, IPostOn<PaymentApplied, Payment>, IPostOn<PaymentRefunded, Payment>, IPostOn<PaymentReversed, Payment>
{
    public IEnumerable<Posting> Of(PaymentReceived happened, Payment source) => PaymentPostings.Of(source);

    public IEnumerable<Posting> Of(PaymentApplied happened, Payment source) => PaymentPostings.Of(source);

    public IEnumerable<Posting> Of(PaymentRefunded happened, Payment source) => PaymentPostings.Of(source);

    public IEnumerable<Posting> Of(PaymentReversed happened, Payment source) => PaymentPostings.Of(source);
}
