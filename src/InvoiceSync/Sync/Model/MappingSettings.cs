using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>By which rules a company's sales become invoices; one a tenant.</summary>
sealed class MappingSettings : Aggregate
{
    /// <summary>There is one set, so its id says nothing.</summary>
    const string Only = "mapping";

    public string Id { get; private init; } = Only;

    public required MappingRules Rules { get; set; }

    public static async Task<MappingRules> Of(InvoiceSyncDb db, CancellationToken ct) =>
        (await db.MappingSettings.AsNoTracking().SingleOrDefaultAsync(ct))?.Rules ?? new();

    sealed class Mapped : IEntityTypeConfiguration<MappingSettings>
    {
        public void Configure(EntityTypeBuilder<MappingSettings> table)
        {
            table.Aggregate("mapping_settings", s => s.Id);
            table.Property(s => s.Id).HasMaxLength(16).IsUnicode(false);
            table.Property(s => s.Rules).AsJson();
        }
    }
}
