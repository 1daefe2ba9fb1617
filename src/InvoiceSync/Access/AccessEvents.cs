using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Somebody has to look at something before it goes on.</summary>
[EventName("approval.requested")]
public sealed record ApprovalRequested(ApprovalId Approval, ApprovalKind Kind, string Subject, string Title) : Event;

/// <summary>What waited may go on, unless it was edited since.</summary>
[EventName("approval.given")]
public sealed record ApprovalGiven(ApprovalId Approval, ApprovalKind Kind, string Subject) : Event;

/// <summary>What waited does not go on as it is.</summary>
[EventName("approval.refused")]
public sealed record ApprovalRefused(ApprovalId Approval, ApprovalKind Kind, string Subject, string Reason) : Event;
