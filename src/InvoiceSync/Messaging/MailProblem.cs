namespace InvoiceSync.Messaging;

/// <summary>Why a mail did not arrive, as far as somebody can do something about it. Each has its cure in words.</summary>
public enum MailProblem
{
    Recipient,
    Sender,
    Content,
    SignIn,
    Security,
    Unreachable,
    Busy,
    AddressRefused,
    ServerMissing,
    Interrupted,
    PaperMissing,
    PaperLate,
    WithoutPaper,
    Outdated,
    Other,
}
