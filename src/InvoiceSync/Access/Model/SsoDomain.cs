using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>An e-mail domain a company says is its own, and the text that has to stand in its DNS to prove it.</summary>
sealed class SsoDomain : Aggregate, INoticed
{
    static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    public SsoDomainId Id { get; init; }

    /// <summary>In small ASCII letters: exemplu.ro, xn--….</summary>
    public required string Name { get; init; }

    public required string Proof { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ProvedAt { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>Since when the proof is missing from DNS; the domain is lost when it stays away.</summary>
    public DateTimeOffset? MissingSince { get; set; }

    public string RecordName => $"_invoicesync.{Name}";

    /// <summary>What DNS showed. A proved domain is not lost at the first miss: people move their name servers.</summary>
    public void Note(bool isShown, DateTimeOffset now)
    {
        CheckedAt = now;
        if (isShown) (ProvedAt, MissingSince) = (ProvedAt ?? now, null);
        else if (ProvedAt is not null) MissingSince ??= now;
        if (MissingSince is { } since && now - since >= Patience) (ProvedAt, MissingSince) = (null, null);
    }

    public string NoticeTopic => "sso";

    public Guid NoticeId => Id.Value;

    sealed class Mapped : IEntityTypeConfiguration<SsoDomain>
    {
        public void Configure(EntityTypeBuilder<SsoDomain> table)
        {
            table.Aggregate("sso_domains", d => d.Id);
            table.Property(d => d.Name).HasMaxLength(253).IsUnicode(false);
            table.Ignore(d => d.RecordName);
            table.Property(d => d.Proof).HasMaxLength(100).IsUnicode(false);
            table.HasIndex(d => new { d.TenantId, d.Name }).IsUnique();
        }
    }
}

/// <summary>Which one company has proved a domain. A shared table: it is asked before anybody is inside a fence, and holds each domain once.</summary>
sealed class SsoDomainOwner
{
    public required string Domain { get; init; }

    public TenantId TenantId { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<SsoDomainOwner>
    {
        public void Configure(EntityTypeBuilder<SsoDomainOwner> table)
        {
            table.ToTable("sso_domain_owners");
            table.HasKey(d => d.Domain);
            table.Property(d => d.Domain).HasMaxLength(253).IsUnicode(false);
            table.HasIndex(d => d.TenantId);
        }
    }
}
