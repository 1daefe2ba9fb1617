using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>One message to a company's own system, and what came of it.</summary>
sealed class NewsPost : IForgettable
{
    public const int LongestProblem = 40;

    /// <summary>Given up because the company wants to be told no more; the other problems are of the line.</summary>
    public const string AddressRemoved = "address_removed";

    public TenantId TenantId { get; init; }

    public NewsPostId Id { get; init; }

    /// <summary>What it tells, so that telling twice is telling once.</summary>
    public required string Key { get; init; }

    public NewsKind Kind { get; init; }

    public required string Body { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public NewsPostState State { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? TriedAt { get; private set; }

    public int? Status { get; private set; }

    public string? Problem { get; private set; }

    public void Settle(NewsPostState state, int? status, string? problem, DateTimeOffset now) =>
        (State, Tries, TriedAt, Status, Problem) = (state, Tries + 1, now, status, problem);

    sealed class Mapped : IEntityTypeConfiguration<NewsPost>
    {
        public void Configure(EntityTypeBuilder<NewsPost> table)
        {
            table.TenantRow("news_posts", p => p.Id);
            table.Property(p => p.Key).HasMaxLength(120).IsUnicode(false);
            table.Property(p => p.Body).HasMaxLength(4000);
            table.Property(p => p.Problem).HasMaxLength(LongestProblem).IsUnicode(false);
            table.HasIndex(p => new { p.TenantId, p.Key }).IsUnique();
            table.HasIndex(p => new { p.TenantId, p.CreatedAt });
        }
    }
}
