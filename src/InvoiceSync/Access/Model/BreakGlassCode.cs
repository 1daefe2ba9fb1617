using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>One of an owner's codes for the day the company's own sign-in does not work. Shown once, kept as a hash, good for one time.</summary>
sealed class BreakGlassCode : Aggregate, INoticed
{
    // Crockford's digits; sixteen of them are 80 bits, which nobody guesses.
    const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    const int Length = 16;

    public Guid Id { get; init; }

    public UserId Owner { get; init; }

    public required byte[] Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public string? UsedFrom { get; private set; }

    public string NoticeTopic => "entry";

    public Guid NoticeId => Id;

    public void Use(DateTimeOffset now, string? address) => (UsedAt, UsedFrom) = (now, address);

    /// <summary>Like k3xd-97ht-…: four groups of four.</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Digits, Length).Chunk(4).Select(four => new string(four)));

    /// <summary>Null for what cannot be a code. Copied codes lose their hyphens and gain spaces and capitals.</summary>
    public static byte[]? HashOf(string typed)
    {
        if (typed.Length > 100) return null;
        var plain = typed.Where(c => c is not ('-' or ' ')).Select(char.ToLowerInvariant).ToArray();
        return plain.Length == Length ? SHA256.HashData(Encoding.UTF8.GetBytes(plain)) : null;
    }

    sealed class Mapped : IEntityTypeConfiguration<BreakGlassCode>
    {
        public void Configure(EntityTypeBuilder<BreakGlassCode> table)
        {
            table.Aggregate("break_glass_codes", c => c.Id);
            table.Property(c => c.Hash).HasMaxLength(32);
            table.Property(c => c.UsedFrom).HasMaxLength(64);
            table.HasIndex(c => new { c.TenantId, c.Hash }).IsUnique();
        }
    }
}
