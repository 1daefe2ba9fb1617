using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>An export of the log that is made by itself: of which entries, how often, in which form, and who is told.</summary>
sealed class ExportPlan : Aggregate
{
    const int LongestField = 255;

    public ExportPlanId Id { get; init; }

    public string Name { get; private set; } = "";

    public ExportRhythm Rhythm { get; private set; }

    public ExportForm Form { get; private set; }

    public ActivityFilter Filter { get; private set; } = new();

    /// <summary>Who gets a letter when it is made (usr_…), as long as they may read the log.</summary>
    public IReadOnlyList<string> Readers { get; private set; } = [];

    /// <summary>In which the letters are written: that of who saved it last.</summary>
    public string Language { get; private set; } = "en";

    public DateTimeOffset CreatedAt { get; init; }

    public void Describe(string name, ExportRhythm rhythm, ExportForm form, ActivityFilter filter, IReadOnlyList<string> readers, string language)
    {
        Rule.Require(name is { Length: > 0 and <= 80 }, ExportErrors.NameMissing);
        string?[] fields = [filter.Who, filter.Resource, filter.Event, filter.Status, filter.Address, filter.Words];
        Rule.Require(fields.All(f => f is null or { Length: > 0 and <= LongestField }), ExportErrors.FilterInvalid);
        (Name, Rhythm, Form, Filter, Language) = (name, rhythm, form, filter, language);
        Readers = [.. readers.Distinct().Order(StringComparer.Ordinal)];
    }

    sealed class Mapped : IEntityTypeConfiguration<ExportPlan>
    {
        public void Configure(EntityTypeBuilder<ExportPlan> table)
        {
            table.Aggregate("export_plans", p => p.Id);
            table.Property(p => p.Filter).AsJson();
            table.Property(p => p.Readers).AsJson();
            table.Property(p => p.Language).HasMaxLength(8);
        }
    }
}
