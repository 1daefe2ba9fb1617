using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>A pro-forma or a quote: what an invoice would say, under a number of its own. No ledger, no filing and no receivable knows of it.</summary>
sealed class Estimate : Aggregate, INoticed
{
    const int LongestValidity = 2;

    Estimate()
    {
    }

    public Estimate(EstimateId id, EstimateKind kind, DraftContent content, InvoiceDocument document, DateOnly validUntil, string owner, DateTimeOffset now)
    {
        Rule.Require(validUntil >= document.IssuedOn && validUntil <= document.IssuedOn.AddYears(LongestValidity), EstimateErrors.ValidInvalid);
        (Id, Kind, Content, Document, Number, ValidUntil, Owner, MadeAt, ChangedAt) = (id, kind, content, document, document.Number, validUntil, owner, now, now);
        (CustomerId, BuyerName) = (content.CustomerId, PlainText.Fit(document.Buyer.Name, 200));
    }

    public EstimateId Id { get; private init; }

    public EstimateKind Kind { get; private init; }

    public string Number { get; private init; } = "";

    /// <summary>What was typed: the invoice's draft begins with it.</summary>
    public DraftContent Content { get; private set; } = default!;

    /// <summary>What it says, figures and all, as on its day.</summary>
    public InvoiceDocument Document { get; private init; } = default!;

    public CustomerId? CustomerId { get; private set; }

    public string BuyerName { get; private init; } = "";

    public DateOnly ValidUntil { get; private init; }

    /// <summary>Draft, Sent, Accepted or Declined: what people said of it. Status tells the rest.</summary>
    public EstimateStatus Answer { get; private set; }

    /// <summary>The draft made of it, and the invoice of the same id once that is issued.</summary>
    public InvoiceId? Invoice { get; private set; }

    public string Owner { get; private init; } = "";

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset ChangedAt { get; private set; }

    public string NoticeTopic => "estimate";

    public Guid NoticeId => Id.Value;

    public EstimateStatus Status(DateOnly today) =>
        Invoice is not null ? EstimateStatus.Invoiced
        : Answer is EstimateStatus.Draft or EstimateStatus.Sent && ValidUntil < today ? EstimateStatus.Expired
        : Answer;

    /// <summary>What the customer said, or that it left for them. A changed mind is taken, an expired one is not.</summary>
    public void Mark(EstimateStatus answer, DateOnly today, DateTimeOffset now)
    {
        Rule.Require(answer is EstimateStatus.Sent or EstimateStatus.Accepted or EstimateStatus.Declined, EstimateErrors.StatusUnknown);
        Rule.Require(Invoice is null, EstimateErrors.Invoiced);
        Rule.Require(Status(today) != EstimateStatus.Expired, EstimateErrors.Expired);
        (Answer, ChangedAt) = (answer, now);
    }

    /// <summary>Its invoice is this one. What was sold in spite of a lapsed offer may be invoiced; what was declined may not.</summary>
    public void BecomeInvoice(InvoiceId invoice, DateTimeOffset now)
    {
        Rule.Require(Invoice is null, EstimateErrors.Invoiced);
        Rule.Require(Answer != EstimateStatus.Declined, EstimateErrors.Declined);
        (Invoice, ChangedAt) = (invoice, now);
    }

    /// <summary>The draft of its invoice was thrown away.</summary>
    public void LoseInvoice(DateTimeOffset now) => (Invoice, ChangedAt) = (null, now);

    /// <summary>Its customer turned out to be another one.</summary>
    public void Follow(CustomerId into) => (CustomerId, Content) = (into, Content with { CustomerId = into });

    sealed class Mapped : IEntityTypeConfiguration<Estimate>
    {
        public void Configure(EntityTypeBuilder<Estimate> table)
        {
            table.Aggregate("estimates", e => e.Id);
            table.Property(e => e.Number).HasMaxLength(32).IsUnicode(false);
            table.Property(e => e.BuyerName).HasMaxLength(200);
            table.Property(e => e.Owner).HasMaxLength(64).IsUnicode(false);
            table.Property(e => e.Content).AsJson();
            table.Property(e => e.Document).AsJson();
            table.HasIndex(e => new { e.TenantId, e.Number }).IsUnique();
            table.HasIndex(e => new { e.TenantId, e.MadeAt, e.Id });
            table.HasIndex(e => new { e.TenantId, e.CustomerId });
            table.HasIndex(e => new { e.TenantId, e.Invoice }).IsUnique();
        }
    }
}
