using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>From when on the company wants to be alerted. Without a row the values here hold.</summary>
sealed class AlertRules : Aggregate
{
    /// <summary>There is one row of them, so its id says nothing.</summary>
    const string Only = "alerts";

    const int Fewest = 2;
    const int Most = 10_000;
    const int LongestWindow = 60;

    public string Id { get; private init; } = Only;

    /// <summary>This many deletions by one person within the minutes.</summary>
    public int Deletions { get; private set; } = 20;

    /// <summary>This many refused attempts within the minutes.</summary>
    public int Refusals { get; private set; } = 20;

    public int Minutes { get; private set; } = 10;

    public bool TellNetworks { get; private set; } = true;

    public bool TellExports { get; private set; } = true;

    public string Language { get; private set; } = "en";

    public TimeSpan Window => TimeSpan.FromMinutes(Minutes);

    public void Set(int deletions, int refusals, int minutes, bool networks, bool exports, string language)
    {
        Rule.Require(deletions is >= Fewest and <= Most && refusals is >= Fewest and <= Most && minutes is >= 1 and <= LongestWindow, AlertErrors.ThresholdInvalid);
        (Deletions, Refusals, Minutes, TellNetworks, TellExports, Language) = (deletions, refusals, minutes, networks, exports, language);
    }

    sealed class Mapped : IEntityTypeConfiguration<AlertRules>
    {
        public void Configure(EntityTypeBuilder<AlertRules> table)
        {
            table.Aggregate("alert_rules", r => r.Id);
            table.Property(r => r.Language).HasMaxLength(8);
        }
    }
}
