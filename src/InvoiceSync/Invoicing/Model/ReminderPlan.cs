using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Whether and when a company reminds its customers, and whether it thanks them; one a tenant, off until it is saved.</summary>
sealed class ReminderPlan : Aggregate
{
    const string Only = "reminders";
    const int Most = 8;

    public static readonly IReadOnlyList<int> Usual = [-3, 1, 7, 14];

    public string Id { get; private init; } = Only;

    public bool IsOn { get; private set; }

    /// <summary>Counted from the last day to pay, in order; below zero before it.</summary>
    public IReadOnlyList<int> Days { get; private set; } = Usual;

    public bool SendsReceipts { get; private set; }

    /// <summary>Steps of earlier days are not made up for: whoever switches it on does not write to everybody at once.</summary>
    public DateOnly Since { get; private set; }

    public void Write(bool isOn, IReadOnlyList<int> days, bool sendsReceipts, DateOnly today)
    {
        Rule.Require(days.Count is > 0 and <= Most && days.Distinct().Count() == days.Count && days.All(d => d is >= -30 and <= 120), ReminderErrors.DaysWrong);
        List<int> sorted = [.. days.Order()];
        if (!IsOn || !sorted.SequenceEqual(Days)) Since = today;
        (IsOn, Days, SendsReceipts) = (isOn, sorted, sendsReceipts);
    }

    sealed class Mapped : IEntityTypeConfiguration<ReminderPlan>
    {
        public void Configure(EntityTypeBuilder<ReminderPlan> table)
        {
            table.Aggregate("reminder_plans", p => p.Id);
            table.Property(p => p.Id).HasMaxLength(16).IsUnicode(false);
            table.Property(p => p.Days).AsJson();
        }
    }
}
