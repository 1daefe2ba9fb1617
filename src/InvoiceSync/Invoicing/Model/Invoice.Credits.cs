using InvoiceSync.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

// What takes an invoice back: credit notes, which are documents of this table too, and the void of one that never left the house.
partial class Invoice
{
    const int LongestReason = 200;

    /// <summary>Of a credit note or storno: the invoice it takes back.</summary>
    public InvoiceId? Corrects { get; private init; }

    public DateOnly? VoidedOn { get; private set; }

    public string? VoidReason { get; private set; }

    /// <summary>What the write-offs cleared of the receivable in RON.</summary>
    public decimal WrittenOffRon { get; private set; }

    /// <summary>The document that takes back of an invoice. Its amounts are owed to the customer until they are set off or paid out.</summary>
    public static Invoice CreditNote(InvoiceId id, InvoiceDocument document, Invoice of, string? owner, DateTimeOffset now) =>
        new(id, InvoiceSource.Credit(id), document, owner, now) { Corrects = of.Id, CustomerKey = of.CustomerKey };

    /// <summary>
    /// Sets off against the invoice what is open on it; what is more stays owed to the customer. Answers what the two parts differ
    /// in RON, by rounding.
    /// </summary>
    public decimal SetOff(Invoice invoice)
    {
        var amount = Math.Min(invoice.Open, -Open);
        return amount <= 0 ? 0 : invoice.Credit(new(amount, Currency)) + Credit(new(-amount, Currency));
    }

    /// <summary>Writes off, and remembers what it cleared in RON. Answers that.</summary>
    public decimal GiveUp(Money amount, string reason)
    {
        var ron = WriteOff(amount, reason);
        WrittenOffRon += ron;
        return ron;
    }

    /// <summary>Takes up again all that was written off. Answers it, and what it is worth in RON.</summary>
    public (Money Amount, decimal Ron) TakeUpAgain()
    {
        Rule.Require(WrittenOff != 0, InvoiceErrors.NotWrittenOff);
        var taken = (Amount: new Money(WrittenOff, Currency), Ron: WrittenOffRon);
        (WrittenOff, WrittenOffRon) = (0, 0);
        OpenRon += taken.Ron;
        Weigh();
        Raise(new InvoiceReopened(Id, taken.Amount.Amount, Currency));
        return taken;
    }

    /// <summary>Takes back an invoice that was sent nowhere. Its number stays used.</summary>
    public void Void(string reason, DateOnly today)
    {
        Rule.Require(Source == InvoiceSource.Here, InvoiceErrors.NotOwn);
        Rule.Require(Corrects is null, CreditErrors.OfCredit);
        Rule.Require(VoidedOn is null, InvoiceErrors.VoidedAlready);
        Rule.Require(!IsFiled, InvoiceErrors.VoidedTooLate);
        Rule.Require(Paid == 0 && Credited == 0 && WrittenOff == 0, InvoiceErrors.VoidedTooLate);
        Rule.Require(!string.IsNullOrWhiteSpace(reason) && reason.Trim().Length <= LongestReason, InvoiceErrors.VoidReasonMissing);
        (VoidedOn, VoidReason, Open, OpenRon, Payment) = (today < IssuedOn ? IssuedOn : today, reason.Trim(), 0, 0, PaymentState.Voided);
        Raise(new InvoiceVoided(Id, VoidReason));
    }

    sealed class Corrected : IEntityTypeConfiguration<Invoice>
    {
        const string Void = "voided_on is null or (cast(is_filed as int) = 0 and paid = 0 and credited = 0 and written_off = 0 and corrects is null and void_reason is not null)";

        public void Configure(EntityTypeBuilder<Invoice> table)
        {
            table.ToTable(t => t.HasCheckConstraint("ck_invoices_void", Void));
            table.ToTable(t => t.HasCheckConstraint("ck_invoices_corrects", "corrects is null or (total < 0 and corrects <> id)"));
            table.Property(i => i.VoidReason).HasMaxLength(LongestReason);
            table.HasOne<Invoice>().WithMany().HasForeignKey(i => new { i.TenantId, i.Corrects }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
