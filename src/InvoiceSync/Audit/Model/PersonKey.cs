using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>The key of one person's fields in the log, wrapped by the master key; gone once the person is erased.</summary>
sealed class PersonKey : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public required string Subject { get; init; }

    public string? Wrapped { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ErasedAt { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<PersonKey>
    {
        public void Configure(EntityTypeBuilder<PersonKey> table) => table.TenantRow("person_keys", k => k.Subject);
    }
}
