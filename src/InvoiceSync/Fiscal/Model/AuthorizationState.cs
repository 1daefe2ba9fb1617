using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>A browser authorisation under way: used once, ten minutes, by the person who began it.</summary>
sealed class AuthorizationState : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public required string Id { get; init; }

    public required string Actor { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<AuthorizationState>
    {
        public void Configure(EntityTypeBuilder<AuthorizationState> table)
        {
            table.TenantRow("authorization_states", s => s.Id);
            table.Property(s => s.Id).HasMaxLength(64).IsUnicode(false);
        }
    }
}
