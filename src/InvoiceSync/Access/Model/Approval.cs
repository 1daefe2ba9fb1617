using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>One request for approval of one revision of one thing. A decision is final; an edited thing asks anew.</summary>
sealed class Approval : Aggregate, INoticed
{
    Approval()
    {
    }

    public Approval(ApprovalId id, ApprovalSubject subject, string because, DateTimeOffset now)
    {
        (Id, Kind, Subject, Revision, Title) = (id, subject.Kind, subject.Id, subject.Revision, subject.Title);
        (Amount, Currency, AmountInRon, Customer, Creator) = (subject.Amount.Amount, subject.Amount.Currency, subject.AmountInRon, subject.Customer, subject.Creator);
        (Because, AskedAt) = (because, now);
        Raise(new ApprovalRequested(id, Kind, Subject, Title));
    }

    public ApprovalId Id { get; private init; }

    public ApprovalKind Kind { get; private init; }

    public string Subject { get; private init; } = "";

    public string Revision { get; private init; } = "";

    public string Title { get; private init; } = "";

    public decimal Amount { get; private init; }

    public Currency Currency { get; private init; }

    public decimal AmountInRon { get; private init; }

    public string? Customer { get; private init; }

    public string? Creator { get; private init; }

    /// <summary>The rules and limits that asked for it, by name.</summary>
    public string Because { get; private init; } = "";

    public ApprovalState State { get; private set; }

    public DateTimeOffset AskedAt { get; private init; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? Reason { get; private set; }

    public string NoticeTopic => "approval";

    public Guid NoticeId => Id.Value;

    public void Decide(bool approved, string by, string? reason, DateTimeOffset now)
    {
        Rule.Require(State == ApprovalState.Pending, ApprovalErrors.Decided);
        Rule.Require(approved || reason is { Length: > 0 and <= 500 }, ApprovalErrors.ReasonMissing);
        (State, DecidedBy, DecidedAt, Reason) = (approved ? ApprovalState.Approved : ApprovalState.Refused, by, now, reason);
        Raise(approved ? new ApprovalGiven(Id, Kind, Subject) : new ApprovalRefused(Id, Kind, Subject, reason!));
    }

    public void Withdraw(DateTimeOffset now) => (State, DecidedAt) = (ApprovalState.Withdrawn, now);

    sealed class Mapped : IEntityTypeConfiguration<Approval>
    {
        public void Configure(EntityTypeBuilder<Approval> table)
        {
            table.Aggregate("approvals", a => a.Id);
            table.Property(a => a.Subject).HasMaxLength(64).IsUnicode(false);
            table.Property(a => a.Revision).HasMaxLength(64).IsUnicode(false);
            table.Property(a => a.Creator).HasMaxLength(64).IsUnicode(false);
            table.Property(a => a.DecidedBy).HasMaxLength(64).IsUnicode(false);
            table.Property(a => a.Because).HasMaxLength(1000);
            table.Property(a => a.Reason).HasMaxLength(500);
            table.HasIndex(a => new { a.TenantId, a.Kind, a.Subject, a.Revision }).IsUnique();
            table.HasIndex(a => new { a.TenantId, a.State, a.AskedAt });
        }
    }
}
