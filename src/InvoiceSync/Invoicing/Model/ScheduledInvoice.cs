using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What a schedule made for one of its periods. The key is the promise: never two for one period, whoever tries at once.</summary>
sealed class ScheduledInvoice : ITenantOwned, INoticed
{
    public const int LongestProblem = 500;

    public TenantId TenantId { get; init; }

    public ScheduleId Schedule { get; init; }

    public int Period { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>The draft, and the invoice of the same id once it is issued.</summary>
    public InvoiceId Invoice { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Why it was not issued, or not sent: the error's code and words.</summary>
    public string? Problem { get; private set; }

    public string? ProblemText { get; private set; }

    public string NoticeTopic => "schedule";

    public Guid NoticeId => Schedule.Value;

    public void Note(Error? problem) => (Problem, ProblemText) = (problem?.Code, problem is null ? null : PlainText.Fit(problem.Message, LongestProblem));

    sealed class Mapped : IEntityTypeConfiguration<ScheduledInvoice>
    {
        public void Configure(EntityTypeBuilder<ScheduledInvoice> table)
        {
            table.ToTable("scheduled_invoices");
            table.HasKey(i => new { i.TenantId, i.Schedule, i.Period });
            table.Property(i => i.Period).ValueGeneratedNever();
            table.Property(i => i.Problem).HasMaxLength(100).IsUnicode(false);
            table.Property(i => i.ProblemText).HasMaxLength(LongestProblem);
            table.HasIndex(i => new { i.TenantId, i.Invoice }).IsUnique();
            table.HasOne<Schedule>().WithMany().HasForeignKey(i => new { i.TenantId, i.Schedule }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
