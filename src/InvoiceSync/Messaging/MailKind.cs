namespace InvoiceSync.Messaging;

/// <summary>What a mail is about. A notice is ours, to people with a login, the last three in words the company may choose; the others are a company's, to its customers.</summary>
public enum MailKind
{
    Notice,
    Invoice,
    Reminder,
    Receipt,
    RunFinished,
    RunFailed,
    DaySummary,
}
