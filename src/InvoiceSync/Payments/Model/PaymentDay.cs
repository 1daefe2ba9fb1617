using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Payments.Model;

/// <summary>What one day's moves of payments of one currency and method come to. A trigger of the moves keeps it in their commit; nobody else writes it.</summary>
sealed class PaymentDay : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public DateOnly MovedOn { get; init; }

    public Currency Currency { get; init; }

    public PaymentMethod Method { get; init; }

    public long Payments { get; init; }

    public decimal Received { get; init; }

    public decimal ReceivedRon { get; init; }

    public decimal Refunded { get; init; }

    public decimal RefundedRon { get; init; }

    public decimal Reversed { get; init; }

    public decimal ReversedRon { get; init; }

    public decimal Unapplied { get; init; }

    public decimal UnappliedRon { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<PaymentDay>
    {
        public void Configure(EntityTypeBuilder<PaymentDay> table)
        {
            table.ToTable("payment_days");
            table.HasKey(d => new { d.TenantId, d.MovedOn, d.Currency, d.Method });
        }
    }
}
