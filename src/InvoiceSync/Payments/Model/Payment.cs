using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger;

namespace InvoiceSync.Payments.Model;

/// <summary>
/// Money a customer paid. Its moves are its story, each of them an entry of the ledger; the columns are what they come to. A
/// negative amount was paid out against stornos.
/// </summary>
sealed partial class Payment : Aggregate, INoticed
{
    public const int LongestReference = 140;
    public const int LongestNote = 500;

    readonly List<PaymentMove> moves = [];
    readonly List<PaymentPart> parts = [];

    Payment()
    {
    }

    public Payment(PaymentId id, RecordPayment asked, PostingCustomer customer, FindRate.Found? rate, IReadOnlyList<PaymentPart> settles, DateTimeOffset now)
    {
        Rule.Require(!(asked.Reference?.Trim().Length > LongestReference) && !(asked.Note?.Trim().Length > LongestNote), PaymentErrors.TextTooLong);
        (Id, ReceivedOn, Method, Amount, Currency, MadeAt, ChangedAt) = (id, asked.ReceivedOn, asked.Method, asked.Amount.Amount, asked.Amount.Currency, now, now);
        (CustomerKey, CustomerFullName, SearchName) = (customer.Key, Fit(customer.Name), Fit(FoldedText.Of(customer.Name)));
        (Reference, Note) = (Text(asked.Reference), Text(asked.Note));

        var over = Amount - settles.Sum(p => p.Amount);
        Move(MoveKind.Received, asked.ReceivedOn, now, settles, money: Amount, moneyRon: InRon(Amount, rate), credit: over, creditRon: InRon(over, rate), rate);
        Raise(new PaymentReceived(Id, Amount, Currency));
    }

    public PaymentId Id { get; private init; }

    /// <summary>As the ledger knows the customer.</summary>
    public string CustomerKey { get; private init; } = "";

    public string CustomerFullName { get; private init; } = "";

    public string SearchName { get; private init; } = "";

    public DateOnly ReceivedOn { get; private init; }

    public PaymentMethod Method { get; private init; }

    public decimal Amount { get; private init; }

    public Currency Currency { get; private init; }

    public string? Reference { get; private init; }

    public string? Note { get; private init; }

    /// <summary>The customer's credit that is left of it, and what it is worth in the ledger.</summary>
    public decimal Unapplied { get; private set; }

    public decimal UnappliedRon { get; private set; }

    public decimal Refunded { get; private set; }

    public PaymentStatus Status { get; private set; }

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<PaymentMove> Moves => moves;

    public IReadOnlyList<PaymentPart> Parts => parts;

    public string NoticeTopic => "payment";

    public Guid NoticeId => Id.Value;

    public PostingCustomer Customer => new(CustomerKey, CustomerFullName);

    public bool Knows(Guid request) => moves.Any(m => m.Request == request);

    static decimal InRon(decimal amount, FindRate.Found? rate) => Currency.Ron.Round(amount * (rate?.RonPerUnit ?? 1));

    static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static string Fit(string text) => text.Length <= 255 ? text : text[..255];
}
