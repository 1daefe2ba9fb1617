using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>A time in which ANAF was down, entered by the installation's operator. It is no company's: it counts for each as its own does.</summary>
sealed class OperatorOutage
{
    public OutageId Id { get; private init; }

    public DateTimeOffset From { get; private init; }

    public DateTimeOffset? Until { get; private set; }

    public bool IsTest { get; private init; }

    /// <summary>The announcement it is known from.</summary>
    public string Source { get; private init; } = "";

    public static OperatorOutage Entered(OutageId id, DateTimeOffset from, DateTimeOffset? until, string source, bool isTest, DateTimeOffset now)
    {
        OutagePeriod.Check(from, until, source, now);
        return new()
        {
            Id = id,
            From = from,
            Until = until,
            Source = source,
            IsTest = isTest,
        };
    }

    public static Task<List<Outage>> Since(InvoiceSyncDb db, DateTimeOffset since, int most, CancellationToken ct) =>
        db.OperatorOutages.AsNoTracking().Where(o => o.Until == null || o.Until > since).OrderByDescending(o => o.From).Take(most)
            .Select(o => new Outage(o.Id, FiscalDoor.Anaf, o.From, o.Until, false, o.Source) { IsTest = o.IsTest, IsOperators = true }).ToListAsync(ct);

    public void End(DateTimeOffset now)
    {
        Rule.Require(Until is null, OutageErrors.Ended);
        Until = now;
    }

    public IReadOnlyDictionary<string, string> Facts() => OutagePeriod.Facts(FiscalDoor.Anaf, From, Until, Source, IsTest);

    sealed class Mapped : IEntityTypeConfiguration<OperatorOutage>
    {
        public void Configure(EntityTypeBuilder<OperatorOutage> table)
        {
            table.ToTable("operator_outages");
            table.HasKey(o => o.Id);
            table.Property(o => o.Id).ValueGeneratedNever();
            table.Property(o => o.Source).HasMaxLength(OutagePeriod.LongestSource);
            // Two operators at once: the second is told that somebody was first.
            table.Property(o => o.Until).IsConcurrencyToken();
            table.HasIndex(o => o.From);
        }
    }
}
