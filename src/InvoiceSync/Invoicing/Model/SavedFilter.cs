using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>A filter of the invoice list a person has put by under a name. Query is the list's address after the question mark.</summary>
sealed class SavedFilter : Aggregate
{
    public const int LongestName = 60;
    public const int LongestQuery = 1000;

    public SavedFilterId Id { get; init; }

    public string Owner { get; init; } = "";

    public string Name { get; init; } = "";

    public string Query { get; set; } = "";

    /// <summary>What the list opens with.</summary>
    public bool IsDefault { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<SavedFilter>
    {
        public void Configure(EntityTypeBuilder<SavedFilter> table)
        {
            table.Aggregate("saved_filters", f => f.Id);
            table.Property(f => f.Owner).HasMaxLength(64).IsUnicode(false);
            table.Property(f => f.Name).HasMaxLength(LongestName);
            table.Property(f => f.Query).HasMaxLength(LongestQuery);
            table.HasIndex(f => new { f.TenantId, f.Owner, f.Name }).IsUnique();
        }
    }
}
