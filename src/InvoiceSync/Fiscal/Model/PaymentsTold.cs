using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// What a provider's books were told of the payments of one invoice, and what they said last. One row an invoice, with one call
/// under way at most: nothing is told, or told again, while it is not known what came of the last one.
/// </summary>
sealed class PaymentsTold(InvoiceId invoiceId) : Aggregate, INoticed
{
    readonly List<Telling> tellings = [];

    public InvoiceId InvoiceId { get; private init; } = invoiceId;

    public IReadOnlyList<Telling> Tellings => tellings;

    /// <summary>What the books said when they were read last.</summary>
    public decimal? TotalThere { get; private set; }

    public decimal? PaidThere { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public string NoticeTopic => "invoice";

    public Guid NoticeId => InvoiceId.Value;

    /// <summary>The next that should be told or taken back; first whatever a call may have been made for.</summary>
    public Telling? Next => tellings.Find(t => t.State == TellingState.Calling) ?? (IsHeld ? null : tellings.Where(t => t.IsDue).OrderBy(t => t.IsWanted).ThenBy(t => t.Number).FirstOrDefault());

    bool IsHeld => tellings.Exists(t => t.State is TellingState.Calling or TellingState.Asks);

    /// <summary>
    /// Brings the plan in line with what was paid. Of a payment that settles less than was told, the last parts go back out,
    /// and what is still paid of them is told anew: books take back whole payments.
    /// </summary>
    public void Plan(IReadOnlyList<PaidPart> paid)
    {
        // Whether the one under way counts is not known yet; planned again when it is.
        if (IsHeld) return;
        foreach (var payment in tellings.Select(t => t.Payment).Union(paid.Select(p => p.Payment)).ToList())
        {
            var part = paid.FirstOrDefault(p => p.Payment == payment);
            var wanted = tellings.Where(t => t.Payment == payment && t.IsWanted).ToList();
            var (should, planned) = (part?.Amount ?? 0, wanted.Sum(t => t.Amount));
            foreach (var telling in Enumerable.Reverse(wanted).TakeWhile(_ => planned > should))
            {
                telling.IsWanted = false;
                // What was refused never got there.
                if (telling.State == TellingState.Refused) telling.State = TellingState.Away;
                planned -= telling.Amount;
            }

            if (part is not null && should > planned)
                tellings.Add(new() { Number = tellings.Count + 1, Payment = payment, Kind = part.Kind, Amount = should - planned, PaidOn = part.On });
        }
    }

    /// <summary>Notes that the next thing to happen is the call. False when one is under way, or nothing has to be called for any more.</summary>
    public bool TryBegin(int number, decimal? mark, DateTimeOffset now)
    {
        if (Next is not { State: not TellingState.Calling } next || next.Number != number) return false;
        (next.State, next.CalledAt, next.Mark, next.Why) = (TellingState.Calling, now, mark, null);
        return true;
    }

    public void Settle(int number, bool isDone, string? why = null)
    {
        var telling = Of(number, TellingState.Calling, TellingState.Asks);
        (telling.State, telling.Why) = (isDone == telling.IsWanted ? TellingState.There : TellingState.Away, why);
    }

    public void Refuse(int number, string text)
    {
        var telling = Of(number, TellingState.Calling);
        (telling.State, telling.Why) = (TellingState.Refused, text);
    }

    /// <summary>Stops for a person: the books show something that only they can explain.</summary>
    public void Ask(int number, string why)
    {
        var telling = tellings.Single(t => t.Number == number);
        Rule.Require(telling.State == TellingState.Calling || telling.IsDue && !IsHeld, TellingErrors.NotInDoubt);
        (telling.State, telling.Why) = (TellingState.Asks, why);
    }

    /// <summary>After a cure, a refused one is tried once more.</summary>
    public void TryAgain(int number)
    {
        var telling = Of(number, TellingState.Refused);
        (telling.State, telling.Why) = (telling.IsWanted ? TellingState.Away : TellingState.There, null);
    }

    public void Waits(int number, string why) => tellings.Single(t => t.Number == number).Why = why;

    public void Read(BooksBalance there, DateTimeOffset now) => (TotalThere, PaidThere, ReadAt) = (there.Total, there.Paid, now);

    Telling Of(int number, params IReadOnlyList<TellingState> states) =>
        tellings.Find(t => t.Number == number && states.Contains(t.State)) ?? throw new RuleBrokenException(TellingErrors.NotInDoubt);
}

/// <summary>What of one payment settles the invoice now.</summary>
sealed record PaidPart(Guid Payment, BooksPaymentKind Kind, decimal Amount, DateOnly On);
