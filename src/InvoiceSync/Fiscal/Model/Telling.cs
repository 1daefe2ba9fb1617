namespace InvoiceSync.Fiscal.Model;

/// <summary>One payment, or a part of one, that a provider's books are told of once. A state without IsWanted is on its way back out.</summary>
sealed class Telling
{
    public int Number { get; init; }

    /// <summary>The payment it is a part of; empty for what the document itself says was paid.</summary>
    public Guid Payment { get; init; }

    public BooksPaymentKind Kind { get; init; }

    public decimal Amount { get; init; }

    public DateOnly PaidOn { get; init; }

    /// <summary>Whether the books should have it: false once the money went back.</summary>
    public bool IsWanted { get; set; } = true;

    public TellingState State { get; set; }

    /// <summary>When a call began of which it is not known what came; committed before it.</summary>
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>What the books said was paid just before the call: what a doubt is settled by.</summary>
    public decimal? Mark { get; set; }

    /// <summary>Why it is not where it should be, in plain words.</summary>
    public string? Why { get; set => field = value is null ? null : PlainText(value); }

    public bool IsDue => IsWanted ? State is TellingState.Away : State is TellingState.There;

    static string PlainText(string text) => Customers.PlainText.Fit(text, 500);
}
