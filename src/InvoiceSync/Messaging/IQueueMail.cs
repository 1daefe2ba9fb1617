namespace InvoiceSync.Messaging;

/// <summary>Leaves a company's mail to the work queue in the commit of whoever asks: what was checked there still holds when it is queued.</summary>
public interface IQueueMail
{
    /// <summary>The same kind, document and attempt are the same mail, however often they are asked for.</summary>
    Task<MailId> Queue(CustomerMail mail, CancellationToken ct);
}

/// <summary>A company's mail to its customer about a document. Attempt names the occasion, Sender who had it sent.</summary>
public sealed record CustomerMail(MailKind Kind, string About, string Attempt, string To, IReadOnlyList<string> Cc, Letter Letter, string? Sender);
