namespace InvoiceSync.Messaging;

/// <summary>The mail server of a company, or of the practice world, which lives on this machine and vouches for itself.</summary>
public sealed record MailServer(string Host, int Port, MailSafety Safety, string? User = null, string? Password = null)
{
    public bool IsPractice { get; init; }

    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>Who a mail is from. Without an address it is the installation's; bounces go to ReturnTo, or to the address.</summary>
public sealed record MailSender(string? Address, string Name, string? ReplyTo = null, string? ReturnTo = null);
