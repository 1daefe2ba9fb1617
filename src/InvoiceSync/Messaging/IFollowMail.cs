namespace InvoiceSync.Messaging;

/// <summary>The other side of customers' mails: what goes with them, and who wants to know what became of them. One for each kind that has a document.</summary>
public interface IFollowMail
{
    MailKind Kind { get; }

    /// <summary>
    /// What is enclosed, made anew each time it is sent. While whole is asked for, what is Unavailable is thrown and asked for
    /// again soon; then the rest goes without it. Refused says that the mail has no point any more.
    /// </summary>
    Task<Enclosures> Enclose(string about, bool whole, CancellationToken ct);

    /// <summary>Told at least once for each thing that becomes of a mail, in a transaction that is committed after.</summary>
    Task Hear(MailFate fate, CancellationToken ct);
}

/// <summary>What became of a customer's mail about a document.</summary>
public sealed record MailFate(string About, MailState State, MailProblem? Problem, DateTimeOffset At);
