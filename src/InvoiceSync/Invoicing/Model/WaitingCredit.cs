using InvoiceSync.Customers;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>A credit note that an approval rule holds back. Approved, it is issued under this id and the row is gone.</summary>
sealed class WaitingCredit : Aggregate, INoticed
{
    const int LongestWhy = 500;

    /// <summary>The id the credit note is going to have.</summary>
    public required InvoiceId Id { get; init; }

    public required InvoiceId InvoiceId { get; init; }

    public required CreditAsked Asked { get; init; }

    public required string Owner { get; init; }

    /// <summary>What it waits for, or why it was refused.</summary>
    public string Why { get; private set => field = PlainText.Fit(value, LongestWhy); } = "";

    public string NoticeTopic => "invoice";

    public Guid NoticeId => InvoiceId.Value;

    public void Hold(string why) => Why = why;

    sealed class Mapped : IEntityTypeConfiguration<WaitingCredit>
    {
        public void Configure(EntityTypeBuilder<WaitingCredit> table)
        {
            table.Aggregate("waiting_credits", w => w.Id);
            table.Property(w => w.Asked).AsJson();
            table.Property(w => w.Owner).HasMaxLength(64).IsUnicode(false);
            table.Property(w => w.Why).HasMaxLength(LongestWhy);
            table.HasIndex(w => new { w.TenantId, w.InvoiceId });
            table.HasOne<Invoice>().WithMany().HasForeignKey(w => new { w.TenantId, w.InvoiceId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
