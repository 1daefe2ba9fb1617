using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>That an administrator lets a member's account be tied to the provider's account with the same e-mail, once.</summary>
sealed class SsoLinkPermit : Aggregate
{
    public UserId Id { get; init; }

    public DateTimeOffset Until { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<SsoLinkPermit>
    {
        public void Configure(EntityTypeBuilder<SsoLinkPermit> table) => table.Aggregate("sso_link_permits", p => p.Id);
    }
}
