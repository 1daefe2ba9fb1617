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

    public Filing(FilingId id, InvoiceId invoice, string provider, DateTimeOffset fileBy, DateTimeOffset now)
    {
        (Id, InvoiceId, Provider, FileBy) = (id, invoice, provider, fileBy);
        Begin(now);
    }

    public FilingId Id { get; private init; }

    public InvoiceId InvoiceId { get; private init; }

    public string Provider { get; private init; } = "";

    public DateTimeOffset FileBy { get; private init; }

    /// <summary>The state of the latest attempt.</summary>
    public FilingState State { get; private set; }

    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>Why nothing moves, in plain words; null when all is well.</summary>
    public string? Waiting { get; private set => field = value is null ? null : PlainText.Fit(value, LongestWaiting); }

    public IReadOnlyList<FilingAttempt> Attempts => attempts;

    public FilingAttempt Latest => attempts.MaxBy(a => a.Number)!;

    public string NoticeTopic => "filing";

    public Guid NoticeId => InvoiceId.Value;

    void Begin(DateTimeOffset now)
    {
        attempts.Add(new FilingAttempt { Number = attempts.Count + 1, IntendedAt = now });
        Move(FilingState.Intended);
    }

    void Move(FilingState state)
    {
        (State, Latest.State, NextStepAt, Waiting) = (state, state, null, null);
        Raise(new FilingMoved(InvoiceId));
    }
}
