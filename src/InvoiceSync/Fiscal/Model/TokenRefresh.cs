using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// A renewal of tokens under way. It is committed before the authority is asked, since a refresh token works once: whoever
/// finds an old one knows that an answer may have been lost.
/// </summary>
sealed class TokenRefresh : ITenantOwned
{
    public TenantId TenantId { get; init; }

    /// <summary>The provider: a company renews the tokens of each by itself.</summary>
    public required string Id { get; init; }

    public Guid Holder { get; init; }

    public DateTimeOffset BegunAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<TokenRefresh>
    {
        public void Configure(EntityTypeBuilder<TokenRefresh> table)
        {
            table.TenantRow("token_refreshes", r => r.Id);
            table.Property(r => r.Id).HasMaxLength(32).IsUnicode(false);
        }
    }
}
