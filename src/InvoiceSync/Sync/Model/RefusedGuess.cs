using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>A company that somebody said does not pay from an e-mail address, so that it is not offered again.</summary>
sealed class RefusedGuess : Aggregate
{
    /// <summary>The address in small letters, and the CUI.</summary>
    public required string Id { get; init; }

    public static string IdOf(string email, string cui) => $"{MappedCustomer.KeyOf(email)}|{cui}";

    sealed class Mapped : IEntityTypeConfiguration<RefusedGuess>
    {
        public void Configure(EntityTypeBuilder<RefusedGuess> table)
        {
            table.Aggregate("refused_guesses", g => g.Id);
            table.Property(g => g.Id).HasMaxLength(MappedCustomer.LongestEmail + 11);
        }
    }
}

static class GuessTables
{
    extension(InvoiceSyncDb db) { public DbSet<RefusedGuess> RefusedGuesses => db.Set<RefusedGuess>(); }
}
