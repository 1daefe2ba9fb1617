using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

sealed class EstimateInBooksMapping : IEntityTypeConfiguration<EstimateInBooks>
{
    public void Configure(EntityTypeBuilder<EstimateInBooks> table)
    {
        table.Aggregate("estimates_in_books", e => e.EstimateId);
        table.Property(e => e.Provider).HasMaxLength(32).IsUnicode(false);
        table.Property(e => e.Number).HasMaxLength(64).IsUnicode(false);
        table.Property(e => e.Gate).HasMaxLength(100).IsUnicode(false);
        table.Property(e => e.Mark).HasMaxLength(64).IsUnicode(false);
        table.Property(e => e.Candidate).HasMaxLength(64).IsUnicode(false);
        table.Property(e => e.Why).HasMaxLength(EstimateInBooks.LongestWhy);
        table.Property(e => e.InvoicedAs).HasMaxLength(EstimateInBooks.LongestInvoiced);
        // One estimate a number there, and one call at a time into a series, whatever many nodes think at once.
        table.HasIndex(e => new { e.TenantId, e.Provider, e.Number }).IsUnique().HasFilter("number is not null");
        table.HasIndex(e => new { e.TenantId, e.Gate }).IsUnique().HasFilter("gate is not null");
    }
}
