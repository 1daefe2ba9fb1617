namespace InvoiceSync.Messaging;

/// <summary>A mail on its way out. Without a sender it is from the installation itself.</summary>
public sealed record OutgoingMail(MailId Id, string To, IReadOnlyList<string> Cc, Letter Letter, MailSender? From = null)
{
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    public override string ToString() => $"mail {Id}";
}

/// <summary>A file that goes with a mail.</summary>
public sealed record Enclosure(string FileName, string MediaType, ReadOnlyMemory<byte> Bytes);
