using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Messaging.Model;

enum MailState
{
    Queued,
    Sent,
    Kept,
}

/// <summary>One e-mail. Its words are sealed: a copy of the database opens nobody's reset link.</summary>
sealed class Mail : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public MailId Id { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Key { get; init; }

    public required string Sealed { get; set; }

    public MailState State { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public static string Purpose(MailId id) => $"mail:{id}";

    public Letter Open(MasterKey master) => JsonSerializer.Deserialize<Letter>(master.Open(Purpose(Id), Sealed))!;

    sealed class Mapped : IEntityTypeConfiguration<Mail>
    {
        public void Configure(EntityTypeBuilder<Mail> table)
        {
            table.TenantRow("mails", m => m.Id);
            table.Property(m => m.Sealed).HasMaxLength(200_000);
            table.HasIndex(m => new { m.TenantId, m.Key }).IsUnique();
            table.HasIndex(m => new { m.TenantId, m.State, m.CreatedAt });
        }
    }
}

static class MailTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Mail> Mails => db.Set<Mail>();
    }
}
