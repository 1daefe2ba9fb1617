namespace InvoiceSync.Connectors.Smtp;

/// <summary>One answer of a mail server: its code and its words, of several lines put together.</summary>
sealed record SmtpReply(int Code, string Text)
{
    public bool IsGood => Code is >= 200 and < 400;

    public bool IsForGood => Code is >= 500 and < 600;

    public override string ToString() => $"{Code} {Text}".TrimEnd();
}

/// <summary>The server would not go on, and why.</summary>
sealed class SmtpRefusedException(SmtpStep step, SmtpReply reply) : IOException(reply.ToString())
{
    public SmtpStep Step => step;

    public SmtpReply Reply => reply;
}

/// <summary>Where in the conversation a server refused: it decides whose fault that is.</summary>
enum SmtpStep
{
    Greeting,
    Security,
    SignIn,
    Sender,
    Recipient,
    Letters,
    Words,
}
