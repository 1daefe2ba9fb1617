using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>Where a provider last had its token endpoint and its keys. A change is legal, and worth a look.</summary>
sealed class SsoProviderPin : Aggregate
{
    public SsoConnectionId Id { get; init; }

    public required string TokenEndpoint { get; set; }

    public required string KeysEndpoint { get; set; }

    public DateTimeOffset At { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<SsoProviderPin>
    {
        public void Configure(EntityTypeBuilder<SsoProviderPin> table)
        {
            table.Aggregate("sso_provider_pins", p => p.Id);
            table.Property(p => p.TokenEndpoint).HasMaxLength(2048);
            table.Property(p => p.KeysEndpoint).HasMaxLength(2048);
        }
    }
}
