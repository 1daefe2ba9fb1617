using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>What a company tells those of its people who file and chose nothing themselves; one a tenant, nothing until it is saved.</summary>
sealed class NewsSettings : Aggregate
{
    const string Only = "news";

    public string Id { get; private init; } = Only;

    public bool Finished { get; private set; }

    public bool Failed { get; private set; }

    public bool Summary { get; private set; }

    /// <summary>Says nothing of days and runs on which nothing was there.</summary>
    public bool SkipsEmpty { get; private set; } = true;

    public string Language { get; private set; } = "ro";

    public NewsChoice Choice => new(Finished, Failed, Summary);

    public void Write(NewsChoice choice, bool skipsEmpty, string language) =>
        (Finished, Failed, Summary, SkipsEmpty, Language) = (choice.Finished, choice.Failed, choice.Summary, skipsEmpty, language);

    sealed class Mapped : IEntityTypeConfiguration<NewsSettings>
    {
        public void Configure(EntityTypeBuilder<NewsSettings> table)
        {
            table.Aggregate("news_settings", s => s.Id);
            table.Ignore(s => s.Choice);
            table.Property(s => s.Id).HasMaxLength(16).IsUnicode(false);
            table.Property(s => s.Language).HasMaxLength(2).IsUnicode(false);
        }
    }
}
