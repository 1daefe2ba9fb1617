using InvoiceSync.Kernel;

namespace InvoiceSync.Ledger;

/// <summary>
/// One money fact as double entry. Source, id and kind name the fact for ever: posted again it changes nothing. Currencies
/// other than RON need a rate. Its lines must sum to zero.
/// </summary>
public sealed record Posting(string Source, string SourceId, string Kind, DateOnly Date, Currency Currency, IReadOnlyList<PostingLine> Lines)
{
    public string Memo { get; init; } = "";

    public PostingRate? Rate { get; init; }

    /// <summary>The entry this one undoes.</summary>
    public JournalEntryId? Reverses { get; init; }

    /// <summary>A person asked for it: that it stands there already is a refusal, not a repetition.</summary>
    public bool MustBeNew { get; init; }
}

/// <summary>An amount on an account, debit positive, credit negative. Ron is its value in RON where law or a document fixes it.</summary>
public sealed record PostingLine(AccountRole Account, decimal Amount, decimal? Ron = null)
{
    /// <summary>Whose account at the customer's side it concerns, when known.</summary>
    public PostingCustomer? Customer { get; init; }

    /// <summary>What tells lines of one account apart, like a VAT rate.</summary>
    public string? Detail { get; init; }

    public static PostingLine Debit(AccountRole account, decimal amount, decimal? ron = null) => new(account, amount, ron);

    public static PostingLine Credit(AccountRole account, decimal amount, decimal? ron = null) => new(account, -amount, -ron);
}

/// <summary>A customer as the ledger knows one: a key that never changes, and the name at that time.</summary>
public sealed record PostingCustomer(string Key, string Name);

/// <summary>RON for one unit of the entry's currency, of which day and by whom.</summary>
public sealed record PostingRate(decimal RonPerUnit, DateOnly On, string Source);
