using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>Which company pays from an e-mail address, told once: for sales whose source has no tax number.</summary>
sealed class MappedCustomer : Aggregate
{
    public const int LongestEmail = 254;
    public const int LongestTaxId = 32;

    /// <summary>In small letters.</summary>
    public required string Email { get; init; }

    public required string TaxId { get; set; }

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

    public static async Task<string?> TaxIdOf(InvoiceSyncDb db, string? email, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(email)) return null;
        var key = KeyOf(email);
        return await db.MappedCustomers.Where(c => c.Email == key).Select(c => c.TaxId).SingleOrDefaultAsync(ct);
    }

    sealed class Mapped : IEntityTypeConfiguration<MappedCustomer>
    {
        public void Configure(EntityTypeBuilder<MappedCustomer> table)
        {
            table.Aggregate("mapped_customers", c => c.Email);
            table.Property(c => c.Email).HasMaxLength(LongestEmail);
            table.Property(c => c.TaxId).HasMaxLength(LongestTaxId);
        }
    }
}
