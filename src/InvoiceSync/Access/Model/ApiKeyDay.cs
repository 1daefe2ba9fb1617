using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>How often a key was used on one day (UTC).</summary>
sealed class ApiKeyDay : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public ApiKeyId KeyId { get; init; }

    public DateOnly Day { get; init; }

    public long Calls { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<ApiKeyDay>
    {
        public void Configure(EntityTypeBuilder<ApiKeyDay> table)
        {
            table.ToTable("api_key_days");
            table.HasKey(d => new { d.TenantId, d.KeyId, d.Day });
            table.HasOne<ApiKey>().WithMany().HasForeignKey(d => new { d.TenantId, d.KeyId }).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
