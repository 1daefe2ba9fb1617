namespace InvoiceSync.Messaging;

/// <summary>Carries an e-mail out of the house. The id becomes the Message-ID, so that a mail sent twice is seen as one.</summary>
public interface IMailTransport
{
    Task<MailOutcome> Send(MailId id, string to, Letter letter, CancellationToken ct);
}

/// <summary>The words of an e-mail, as plain text and as HTML.</summary>
public sealed record Letter(string Subject, string Text, string Html)
{
    // Letters hold links that open doors.
    public override string ToString() => nameof(Letter);
}

/// <summary>What became of an e-mail: taken by the mail server, kept here for want of one, refused for good, or to be tried again.</summary>
public abstract record MailOutcome
{
    public sealed record Accepted : MailOutcome;

    public sealed record Kept : MailOutcome;

    public sealed record Refused(string Reason) : MailOutcome;

    public sealed record Unavailable(string Reason) : MailOutcome;
}
