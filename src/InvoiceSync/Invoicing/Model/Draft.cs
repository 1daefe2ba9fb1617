using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// An invoice being written; issued, it becomes an <see cref="Invoice"/> of the same id and is gone. No aggregate: it is
/// saved while somebody types, and an entry in the audit log for each word would drown the log.
/// </summary>
sealed class Draft : ITenantOwned, INoticed
{
    static readonly TimeSpan NotedOnceIn = TimeSpan.FromMinutes(10);

    Draft()
    {
    }

    public Draft(InvoiceId id, DraftContent content, string owner, DateTimeOffset now)
    {
        (Id, Owner, MadeAt, NotedAt) = (id, owner, now, now);
        Write(content, now);
    }

    public TenantId TenantId { get; private set; }

    public InvoiceId Id { get; private init; }

    /// <summary>Who writes it (usr_…, key_…).</summary>
    public string Owner { get; private init; } = "";

    public DraftContent Content { get; private set; } = default!;

    public CustomerId? CustomerId { get; private set; }

    /// <summary>The schedule that is to say what is written here: no invoice is made of it.</summary>
    public ScheduleId? Revises { get; init; }

    /// <summary>What metadata is found by.</summary>
    public string Marks { get; private set; } = "";

    public string BuyerName { get; private set; } = "";

    /// <summary>The buyer's name in capitals, so that it is found however it is typed.</summary>
    public string SearchName { get; private set; } = "";

    public Currency Currency { get; private set; }

    /// <summary>With VAT, as far as it is priced.</summary>
    public decimal Total { get; private set; }

    /// <summary>Why it is not issued although somebody asked: it waits for approval, or was refused.</summary>
    public string? Waits { get; private set; }

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset NotedAt { get; private set; }

    public long Version { get; private set; }

    public string NoticeTopic => "draft";

    public Guid NoticeId => Id.Value;

    /// <summary>Keeps what is typed. True when this is worth an entry in the log: the first change in ten minutes.</summary>
    public bool Write(DraftContent content, DateTimeOffset now)
    {
        DraftLimits.Check(content);
        (Content, CustomerId, BuyerName, Currency, ChangedAt, Waits) = (content, content.CustomerId, PlainText.Fit(content.Buyer.Name, 200), content.Currency, now, null);
        SearchName = BuyerName.ToUpperInvariant();
        Marks = Metadata.MarksOf(content.Metadata);
        Total = DraftTotals.Of(content).Totals.TaxInclusive;
        Version++;
        if (now - NotedAt < NotedOnceIn) return false;
        NotedAt = now;
        return true;
    }

    /// <summary>Says why, and changes nothing that anybody typed: whoever goes on typing is not told that somebody else did.</summary>
    public void Hold(string why) => Waits = PlainText.Fit(why, 500);

    /// <summary>Its customer turned out to be another one. Whoever is typing goes on typing.</summary>
    public void Follow(CustomerId into) => (CustomerId, Content) = (into, Content with { CustomerId = into });

    sealed class Mapped : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> table)
        {
            table.TenantRow("drafts", d => d.Id);
            table.Property(d => d.Version).IsConcurrencyToken();
            table.Property(d => d.Owner).HasMaxLength(64).IsUnicode(false);
            table.Property(d => d.BuyerName).HasMaxLength(200);
            table.Property(d => d.Waits).HasMaxLength(500);
            table.Property(d => d.Content).AsJson();
            table.Property(d => d.Marks).HasMaxLength(Metadata.LongestMarks).IsUnicode(false);
            table.Property(d => d.SearchName).Searched();
            table.HasIndex(d => new { d.TenantId, d.SearchName });
            table.HasIndex(d => new { d.TenantId, d.MadeAt, d.Id });
            table.HasIndex(d => new { d.TenantId, d.CustomerId });
            table.HasOne<Schedule>().WithMany().HasForeignKey(d => new { d.TenantId, d.Revises }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
