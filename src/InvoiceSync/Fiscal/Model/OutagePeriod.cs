using System.Globalization;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>A time in which a provider was down for a company: what its own calls saw, or what a person entered from an announcement.</summary>
sealed class OutagePeriod : Aggregate, INoticed
{
    /// <summary>How far back outages are entered and shown.</summary>
    public const int ReachDays = 400;

    public const int LongestSource = 500;

    public OutageId Id { get; private init; }

    public string Provider { get; private init; } = FiscalDoor.Anaf;

    public DateTimeOffset From { get; private init; }

    public DateTimeOffset? Until { get; private set; }

    public bool IsObserved { get; private init; }

    /// <summary>Whether it was ANAF's test system that was down.</summary>
    public bool IsTest { get; private init; }

    /// <summary>The announcement it is known from; null when we saw it ourselves.</summary>
    public string? Source { get; private init; }

    public string NoticeTopic => "outage";

    public Guid NoticeId => Id.Value;

    public static OutagePeriod Observed(OutageId id, string provider, DateTimeOffset from, bool isTest) => new()
    {
        Id = id,
        Provider = provider,
        From = from,
        IsObserved = true,
        IsTest = isTest,
    };

    public static OutagePeriod Entered(OutageId id, DateTimeOffset from, DateTimeOffset? until, string source, bool isTest, DateTimeOffset now)
    {
        Check(from, until, source, now);
        return new()
        {
            Id = id,
            From = from,
            Until = until,
            Source = source,
            IsTest = isTest,
        };
    }

    /// <summary>What holds for every outage that somebody enters: it was, not long ago, and there is an announcement to prove it.</summary>
    public static void Check(DateTimeOffset from, DateTimeOffset? until, string source, DateTimeOffset now)
    {
        Rule.Require(from <= now && from > now.AddDays(-ReachDays), OutageErrors.FromInvalid);
        Rule.Require(until is null || until > from && until <= now, OutageErrors.UntilInvalid);
        Rule.Require(source.Length <= LongestSource && Uri.TryCreate(source, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps && link.UserInfo.Length == 0, OutageErrors.SourceInvalid);
    }

    public void End(DateTimeOffset now)
    {
        Rule.Require(Until is null, OutageErrors.Ended);
        Until = now;
    }

    public IReadOnlyDictionary<string, string> Facts() => Facts(Provider, From, Until, Source, IsTest);

    public static IReadOnlyDictionary<string, string> Facts(string provider, DateTimeOffset from, DateTimeOffset? until, string? source, bool isTest) => new Dictionary<string, string>
    {
        ["provider"] = provider,
        ["from"] = from.ToString("u", CultureInfo.InvariantCulture),
        ["until"] = until?.ToString("u", CultureInfo.InvariantCulture) ?? "",
        ["source"] = source ?? "",
        ["system"] = isTest ? "test" : "real",
    };

    sealed class Mapped : IEntityTypeConfiguration<OutagePeriod>
    {
        public void Configure(EntityTypeBuilder<OutagePeriod> table)
        {
            table.Aggregate("outages", o => o.Id);
            table.Property(o => o.Provider).HasMaxLength(32).IsUnicode(false);
            table.Property(o => o.Source).HasMaxLength(LongestSource);
            table.HasIndex(o => new { o.TenantId, o.From });
        }
    }
}
