using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

partial class ApiKey
{
    sealed class Mapped : IEntityTypeConfiguration<ApiKey>
    {
        public void Configure(EntityTypeBuilder<ApiKey> table)
        {
            table.Aggregate("api_keys", k => k.Id);
            table.Property(k => k.Scopes).AsJson();
            table.Property(k => k.Addresses).AsJson();
            table.Property(k => k.SecretHash).HasMaxLength(32);
            table.Property(k => k.OldSecretHash).HasMaxLength(32);
            table.Property(k => k.AnsweredBy).HasMaxLength(64);
            table.Property(k => k.LastUsedFrom).HasMaxLength(64);
            table.Ignore(k => k.Prefix);
            table.HasIndex(k => k.Id);
        }
    }
}
