using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>How far the log was pushed to an outlet: every entry up to Seq is there, or parked.</summary>
sealed class OutletProgress : ITenantOwned, INoticed
{
    const int LongestProblem = 500;
    static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    static readonly TimeSpan LongestPeace = TimeSpan.FromHours(1);

    public TenantId TenantId { get; init; }

    public OutletId Outlet { get; init; }

    public long Seq { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public int Failures { get; private set; }

    public DateTimeOffset? FailingSince { get; private set; }

    public DateTimeOffset? NotBefore { get; private set; }

    public string? Problem { get; private set; }

    public string NoticeTopic => "outlet";

    public Guid NoticeId => Outlet.Value;

    public void Work() => (Failures, FailingSince, NotBefore, Problem) = (0, null, null, null);

    /// <summary>Tried again after 5 s, 10 s, 20 s … at most 15 min, or when the other end asked to, within the hour.</summary>
    public void Fail(string problem, TimeSpan? after, DateTimeOffset now)
    {
        var wait = TimeSpan.FromTicks(Math.Min(First.Ticks << Math.Min(Failures, 10), Longest.Ticks));
        if (after > wait) wait = after < LongestPeace ? after.Value : LongestPeace;
        (Failures, FailingSince, NotBefore) = (Failures + 1, FailingSince ?? now, now + wait);
        Problem = problem.Length <= LongestProblem ? problem : problem[..LongestProblem];
    }

    sealed class Mapped : IEntityTypeConfiguration<OutletProgress>
    {
        public void Configure(EntityTypeBuilder<OutletProgress> table)
        {
            table.TenantRow("outlet_progress", p => p.Outlet);
            table.Property(p => p.Seq).IsConcurrencyToken();
            table.Property(p => p.Problem).HasMaxLength(LongestProblem);
        }
    }
}
