using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A person. A shared table: one person may belong to several companies.</summary>
sealed class User : IdentityUser<Guid>
{
    public required string Name { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<User>
    {
        public void Configure(EntityTypeBuilder<User> table)
        {
            table.ToTable("users");
            table.HasKey(u => u.Id);
            table.HasIndex(u => u.NormalizedEmail).IsUnique();
            table.HasIndex(u => u.NormalizedUserName).IsUnique();
            table.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
            table.Property(u => u.PasswordHash).HasMaxLength(1000);
        }
    }
}
