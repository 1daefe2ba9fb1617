using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>A company's series of invoice numbers. One of them is the one new invoices draw from.</summary>
sealed class InvoiceSeries : Aggregate, INoticed
{
    public const string DefaultPattern = "FACT-{yyyy}-{0000}";

    /// <summary>Of the series a company has before it sets one up.</summary>
    public const string UsualName = "FACT";

    public required string Name { get; init; }

    public string Pattern { get; private set; } = DefaultPattern;

    /// <summary>The first number, for a company that began elsewhere. Counts in the year it was set for, later years begin at 1.</summary>
    public long First { get; private set; } = 1;

    public int FirstYear { get; private set; }

    public bool IsDefault { get; set; }

    public long FirstIn(int year) => FirstYear == year ? First : 1;

    public string NoticeTopic => "series";

    public Guid NoticeId => Guid.Empty;

    public void Shape(NumberPattern pattern, long first, int year)
    {
        Rule.Require(first is >= 1 and <= 999_999_999, SeriesErrors.FirstWrong);
        (Pattern, First, FirstYear) = (pattern.Text, first, year);
    }

    sealed class Mapped : IEntityTypeConfiguration<InvoiceSeries>
    {
        public void Configure(EntityTypeBuilder<InvoiceSeries> table)
        {
            table.Aggregate("invoice_series", s => s.Name);
            table.Property(s => s.Name).HasMaxLength(20).IsUnicode(false);
            table.Property(s => s.Pattern).HasMaxLength(NumberPattern.Longest).IsUnicode(false);
            table.HasIndex(s => new { s.TenantId, s.Pattern }).IsUnique();
        }
    }
}
