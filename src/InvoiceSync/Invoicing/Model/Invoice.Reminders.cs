using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

// When its last day passes, and whether the customer is told so.
partial class Invoice
{
    /// <summary>The first day it was seen to be overdue; told once, whatever is paid and taken back later.</summary>
    public DateOnly? OverdueOn { get; private set; }

    /// <summary>When the customer was last reminded, or was to be.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    public DateTimeOffset? RemindersPausedAt { get; private set; }

    /// <summary>Something is owed by it: it is neither paid, credited, written off nor void, and takes nothing back itself.</summary>
    public bool MayBeReminded => Open > 0 && VoidedOn is null && Corrects is null;

    public void TellOverdue(DateOnly today)
    {
        if (OverdueOn is not null || !IsOverdue(today)) return;
        OverdueOn = today;
        Raise(new InvoiceOverdue(Id, Open, Currency));
    }

    public void Remind(DateTimeOffset now) => RemindedAt = now;

    public void PauseReminders(DateTimeOffset now) => RemindersPausedAt ??= now;

    public void ResumeReminders() => RemindersPausedAt = null;

    sealed class Reminded : IEntityTypeConfiguration<Invoice>
    {
        public void Configure(EntityTypeBuilder<Invoice> table) => table.Ignore(i => i.MayBeReminded);
    }
}
