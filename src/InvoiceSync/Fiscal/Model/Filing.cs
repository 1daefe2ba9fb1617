using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// The story of filing one invoice: one row an invoice, held unique by the database, with numbered attempts of which at
/// most one is alive. An attempt is written down before it is sent, so a crash in between leaves a question, not a second filing.
/// </summary>
sealed partial class Filing : Aggregate, INoticed
{
    public const int LongestWaiting = 1000;

    readonly List<FilingAttempt> attempts = [];

    Filing()
    {
    }

    public Filing(FilingId id, InvoiceId invoice, string provider, DateTimeOffset fileBy, DateTimeOffset now, KeptBecause? kept = null)
    {
        (Id, InvoiceId, Provider, FileBy, KeptBecause) = (id, invoice, provider, fileBy, kept);
        Begin(now, kept is null ? FilingState.Intended : FilingState.Kept);
        if (kept is null) return;
        Latest.SettledAt = now;
        Latest.Note(now, "kept", kept == Fiscal.KeptBecause.Abroad ? "Kept here: the buyer is abroad." : "Kept here: the buyer files it.");
    }

    public FilingId Id { get; private init; }

    public InvoiceId InvoiceId { get; private init; }

    public string Provider { get; private set; } = "";

    public DateTimeOffset FileBy { get; private set; }

    /// <summary>Why it is not filed; null of everything that is or will be.</summary>
    public KeptBecause? KeptBecause { get; private set; }

    /// <summary>The number a provider with books of its own gave it: the legal one. Ours is a reference then.</summary>
    public string? LegalNumber { get; private set; }

    /// <summary>The state of the latest attempt.</summary>
    public FilingState State { get; private set; }

    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>A company may let its filings lie for some hours; until then nothing is sent, whoever wakes it.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>Why nothing moves, in plain words; null when all is well.</summary>
    public string? Waiting { get; private set => field = value is null ? null : PlainText.Fit(value, LongestWaiting); }

    /// <summary>The invoice that has the series this one wants, while that one holds it up.</summary>
    public InvoiceId? WaitsFor { get; private set; }

    public IReadOnlyList<FilingAttempt> Attempts => attempts;

    public FilingAttempt Latest => attempts.MaxBy(a => a.Number)!;

    public string NoticeTopic => "filing";

    public Guid NoticeId => InvoiceId.Value;

    void Begin(DateTimeOffset now, FilingState state = FilingState.Intended)
    {
        attempts.Add(new FilingAttempt { Number = attempts.Count + 1, IntendedAt = now });
        Move(state);
    }

    void Move(FilingState state)
    {
        (State, Latest.State, NextStepAt, Waiting, WaitsFor) = (state, state, null, null, null);
        if (state != FilingState.Unknown) (Latest.Gate, Latest.Candidate) = (null, null);
        Raise(new FilingMoved(InvoiceId));
    }
}
