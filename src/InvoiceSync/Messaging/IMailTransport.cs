namespace InvoiceSync.Messaging;

/// <summary>Carries an e-mail out of the house. The id becomes the Message-ID, so that a mail sent twice is seen as one.</summary>
public interface IMailTransport
{
    /// <summary>Whether the installation has a mail server of its own.</summary>
    bool HasOwn { get; }

    /// <summary>Whether a company may name this server; its address is looked at again with each mail.</summary>
    bool MayCall(string host, int port);

    /// <summary>Without a server it goes by the installation's own. Sending is awaited when the server is ready to take the words, before it gets them.</summary>
    Task<MailOutcome> Send(OutgoingMail mail, MailServer? server, Func<CancellationToken, Task> sending, CancellationToken ct);
}

/// <summary>The words of an e-mail, as plain text and as HTML.</summary>
public sealed record Letter(string Subject, string Text, string Html)
{
    // Letters hold links that open doors.
    public override string ToString() => nameof(Letter);
}

/// <summary>What became of an e-mail: taken by the mail server, kept here for want of one, refused for good, to be tried again, or nobody knows.</summary>
public abstract record MailOutcome
{
    public sealed record Accepted(string Answer) : MailOutcome;

    public sealed record Kept : MailOutcome;

    public sealed record Refused(MailProblem Problem, string Answer) : MailOutcome;

    public sealed record Unavailable(MailProblem Problem, string Answer) : MailOutcome;

    /// <summary>The words were handed over, and the server's answer was lost.</summary>
    public sealed record Unsure(string Answer) : MailOutcome;
}
