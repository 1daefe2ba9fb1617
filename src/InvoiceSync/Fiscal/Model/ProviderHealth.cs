using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>How a company's calls to one provider fare, and until when they rest after too many failed in a row.</summary>
sealed class ProviderHealth : ITenantOwned
{
    /// <summary>Failures in a row before calls rest: a cut line or two are nothing.</summary>
    public const int Patience = 6;

    static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(15);
    static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    public TenantId TenantId { get; init; }

    /// <summary>The provider's name.</summary>
    public required string Id { get; init; }

    public DateTimeOffset? LastSuccessAt { get; private set; }

    public DateTimeOffset? LastTroubleAt { get; private set; }

    public string? LastTrouble { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset? RestsUntil { get; private set; }

    /// <summary>The first of the failures in a row.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Whether the last call went to the provider's test system.</summary>
    public bool IsTest { get; private set; }

    public void Succeeded(DateTimeOffset now, bool isTest = false) => (LastSuccessAt, Failures, RestsUntil, FailingSince, IsTest) = (now, 0, null, null, isTest);

    public void Failed(string why, DateTimeOffset now, bool isTest = false)
    {
        // Failures of one system say nothing of how long the other has been down.
        if (IsTest != isTest) (Failures, RestsUntil, FailingSince, IsTest) = (0, null, null, isTest);
        (LastTroubleAt, LastTrouble, Failures, FailingSince) = (now, why, Failures + 1, FailingSince ?? now);
        if (Failures >= Patience) RestsUntil = now + Rest(Failures - Patience);
    }

    static TimeSpan Rest(int more) => more > 5 ? LongestRest : TimeSpan.FromTicks(Math.Min(FirstRest.Ticks << more, LongestRest.Ticks));

    sealed class Mapped : IEntityTypeConfiguration<ProviderHealth>
    {
        public void Configure(EntityTypeBuilder<ProviderHealth> table)
        {
            table.TenantRow("provider_health", h => h.Id);
            table.Property(h => h.Id).HasMaxLength(32).IsUnicode(false);
            table.Property(h => h.LastTrouble).HasMaxLength(500);
            // Two nodes that note a call at once: one is told, and notes again.
            table.Property(h => h.Failures).IsConcurrencyToken();
        }
    }
}
