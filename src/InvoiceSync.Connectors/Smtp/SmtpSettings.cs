namespace InvoiceSync.Connectors.Smtp;

/// <summary>The section Mail of the configuration: which server carries our e-mail, and in whose name.</summary>
public sealed record SmtpSettings
{
    /// <summary>Null when this installation has no mail server.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The sender's address, like no-reply@billing.example.com.</summary>
    public string From { get; init; } = "";

    public string FromName { get; init; } = "InvoiceSync";

    /// <summary>STARTTLS is asked for and insisted on. Only a server on this very machine may go without.</summary>
    public bool StartTls { get; init; } = true;

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public override string ToString() => $"SMTP {Host}:{Port}";
}
