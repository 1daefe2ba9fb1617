namespace InvoiceSync.Messaging;

/// <summary>How the way to a mail server is protected. Nothing is ever fallen back to: what is chosen is insisted on.</summary>
public enum MailSafety
{
    StartTls,
    Tls,
    None,
}
