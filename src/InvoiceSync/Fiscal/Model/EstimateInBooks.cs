using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// One of our pro-formas in a provider's books: the wish to have it there, committed before any call, and what came of it. One row
/// an estimate, so it is made there once.
/// </summary>
sealed partial class EstimateInBooks(EstimateId estimateId, string provider) : Aggregate, INoticed
{
    public EstimateId EstimateId { get; private init; } = estimateId;

    public string Provider { get; private init; } = provider;

    public EstimateInBooksState State { get; private set; }

    /// <summary>Its number there, like "PRF 0003".</summary>
    public string? Number { get; private set; }

    /// <summary>The series it has to itself while a call may be under way; unique in the database.</summary>
    public string? Gate { get; private set; }

    /// <summary>The next number of that series before the call: what a doubt is settled by.</summary>
    public string? Mark { get; private set; }

    /// <summary>When a call began of which it is not known what came.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>A pro-forma there that may be this one; a person has to say whether it is.</summary>
    public string? Candidate { get; private set; }

    /// <summary>Why it is not there, in plain words.</summary>
    public string? Why { get; private set => field = value is null ? null : PlainText.Fit(value, LongestWhy); }

    public string NoticeTopic => "estimate";

    public Guid NoticeId => EstimateId.Value;

    public const int LongestWhy = 500;

    /// <summary>Wishes it there once more, after a refusal or a deletion.</summary>
    public void AskAgain()
    {
        Rule.Require(State == EstimateInBooksState.Refused || State == EstimateInBooksState.There && Standing == BooksStanding.Deleted, BooksErrors.EstimateAsked);
        (State, Standing, Why) = (EstimateInBooksState.Waits, BooksStanding.Stands, null);
    }

    /// <summary>Takes a series for itself until it is known what came of the call. The database lets one in.</summary>
    public void Claim(string gate)
    {
        Rule.Require(State == EstimateInBooksState.Waits, BooksErrors.EstimateSettled);
        Gate = gate;
    }

    /// <summary>Notes that the next thing to happen is the call. False when one may have been made: then only asking helps.</summary>
    public bool TryBegin(string mark, DateTimeOffset now)
    {
        if (State != EstimateInBooksState.Waits || Gate is null) return false;
        (State, Mark, CalledAt, Why) = (EstimateInBooksState.Calling, mark, now, null);
        return true;
    }

    public void Made(string number)
    {
        // An answer that took its time may come after another worker gave it up.
        Rule.Require(State is EstimateInBooksState.Waits or EstimateInBooksState.Calling or EstimateInBooksState.Asks, BooksErrors.EstimateSettled);
        (State, Number) = (EstimateInBooksState.There, number);
        Free();
    }

    /// <summary>Proved not to be there: it may be made.</summary>
    public void NotMade(string? why)
    {
        Rule.Require(State is EstimateInBooksState.Calling or EstimateInBooksState.Asks, BooksErrors.EstimateSettled);
        State = EstimateInBooksState.Waits;
        Free();
        Why = why;
    }

    /// <summary>Not made, and not tried again before a person asks.</summary>
    public void Refuse(string text)
    {
        Rule.Require(State is EstimateInBooksState.Waits or EstimateInBooksState.Calling, BooksErrors.EstimateSettled);
        State = EstimateInBooksState.Refused;
        Free();
        Why = text;
    }

    /// <summary>Stops for a person. The series is free meanwhile, since what was asked about is written down.</summary>
    public void AskPerson(string candidate)
    {
        Rule.Require(State == EstimateInBooksState.Calling, BooksErrors.EstimateSettled);
        State = EstimateInBooksState.Asks;
        Free();
        Candidate = candidate;
    }

    public void Waiting(string? why) => Why = why;

    void Free() => (Gate, CalledAt, Candidate, Why) = (null, null, null, null);
}
