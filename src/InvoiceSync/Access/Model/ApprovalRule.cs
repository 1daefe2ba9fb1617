using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>When something needs a second pair of eyes. Every condition that is set has to hold; an empty one holds always.</summary>
sealed class ApprovalRule : Aggregate
{
    public ApprovalRuleId Id { get; init; }

    public required string Name { get; set; }

    public ApprovalKind Kind { get; set; }

    /// <summary>In RON; the rule holds above it.</summary>
    public decimal? Above { get; set; }

    public Currency? Currency { get; set; }

    /// <summary>The customer's name, compared without case.</summary>
    public string? Customer { get; set; }

    /// <summary>An actor like usr_….</summary>
    public string? Creator { get; set; }

    public bool Matches(ApprovalSubject subject) =>
        Kind == subject.Kind
        && !(subject.AmountInRon <= Above)
        && (Currency is null || Currency == subject.Amount.Currency)
        && (Customer is null || Customer.Equals(subject.Customer, StringComparison.OrdinalIgnoreCase))
        && (Creator is null || Creator == subject.Creator);

    sealed class Mapped : IEntityTypeConfiguration<ApprovalRule>
    {
        public void Configure(EntityTypeBuilder<ApprovalRule> table)
        {
            table.Aggregate("approval_rules", r => r.Id);
            table.Property(r => r.Name).HasMaxLength(100);
            table.Property(r => r.Creator).HasMaxLength(64).IsUnicode(false);
        }
    }
}
