using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>The filing story of one invoice: every attempt, every answer with its time, every problem with its cure; null before the first.</summary>
[Requires("sales.read")]
public sealed record GetFiling(InvoiceId Invoice) : IQuery<GetFiling.View?>
{
    /// <summary>Waiting says in plain words why nothing moves (authority down, connection needed); null when all is well.</summary>
    public sealed record View(
        FilingId Id,
        string Provider,
        FilingState State,
        DateTimeOffset FileBy,
        DateTimeOffset? NextStepAt,
        string? Waiting,
        IReadOnlyList<Attempt> Attempts);

    public sealed record Attempt(
        int Number,
        FilingState State,
        DateTimeOffset IntendedAt,
        DateTimeOffset? SentAt,
        DateTimeOffset? SettledAt,
        string? Index,
        string? XmlSha256,
        bool HasReceipt,
        IReadOnlyList<Answer> Answers,
        IReadOnlyList<Problem> Problems);

    public sealed record Answer(DateTimeOffset At, string Step, string Text);

    /// <summary>Rule like BR-CO-15, the authority's own text, and our plain words and cure in the reader's language.</summary>
    public sealed record Problem(string Rule, string? Field, string Text, string Cure, string Original);
}
