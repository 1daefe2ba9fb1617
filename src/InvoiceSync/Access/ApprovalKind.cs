using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>What can need an approval.</summary>
public enum ApprovalKind
{
    Invoice,
    CreditNote,
    Refund,
    PaymentPlan,
}

/// <summary>How far a request has come. Withdrawn: what it was about was edited, and asks anew.</summary>
public enum ApprovalState
{
    Pending,
    Approved,
    Refused,
    Withdrawn,
}

/// <summary>
/// What somebody wants to do: the id of the thing, a revision that differs after each edit, and what rules look at. Amount
/// also in RON; Customer is the name on the document, Creator an actor (usr_…, key_…) or null for our own work.
/// </summary>
public sealed record ApprovalSubject(
    ApprovalKind Kind, string Id, string Revision, string Title, Money Amount, decimal AmountInRon, string? Customer, string? Creator);

/// <summary>May it go on? Pending and Refused say why in words.</summary>
public sealed record ApprovalVerdict(ApprovalVerdict.Kind Says, string? Why = null)
{
    public enum Kind
    {
        GoOn,
        Wait,
        Stop,
    }
}
